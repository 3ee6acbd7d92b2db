import { Fragment } from 'react';
import type { Named } from '../../queries/site';

/** Names with pages of their own, in their order, with a comma between and none at the end. */
export const LinkList = ({ items, comma, rel }: { items: Named[]; comma: string; rel?: string }) =>
  items.map(({ id, name, href }, at) => (
    <Fragment key={id}>
      {at > 0 && comma}
      <a href={href} rel={rel} dir="auto">
        {name}
      </a>
    </Fragment>
  ));
