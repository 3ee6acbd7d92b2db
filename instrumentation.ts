import type { Instrumentation } from 'next';
import { log } from '@/lib/log';
import { loggablePath } from '@/lib/loggable-path';
import { requestIdHeader } from '@/lib/request-path';

/** What a page, route handler or action threw, as one line with the request's name: the one a reader can quote to us. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  log().error(
    {
      err: error,
      request: request.headers[requestIdHeader],
      path: loggablePath(request.path),
      route: context.routePath,
      kind: context.routeType,
    },
    'rendering threw',
  );
};
