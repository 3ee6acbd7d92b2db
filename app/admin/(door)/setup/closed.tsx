import { Door } from '@/components/admin/door';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** Why there is no set-up form here. */
export function SetUpClosed({ isSetUp }: { isSetUp: boolean }) {
  return (
    <Door siteName="Broadsheet" title="Set up your paper">
      {isSetUp ? (
        <Notice
          tone="info"
          title="This paper is set up already"
          action={<ButtonLink href="/admin/login">Sign in</ButtonLink>}
        >
          The set-up page is closed for good.
        </Notice>
      ) : (
        <Notice tone="info" title="Open the link that the server printed">
          It is good for one day and for one use. If it is gone, start the server again: it prints a new one.
        </Notice>
      )}
    </Door>
  );
}
