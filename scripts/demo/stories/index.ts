import { asteroid } from './asteroid';
import { baker } from './baker';
import { cranes } from './cranes';
import { floodMap } from './flood-map';
import { gasworks } from './gasworks';
import { library } from './library';
import { nightFerry } from './night-ferry';
import { seagrass } from './seagrass';
import { slowBuses } from './slow-buses';
import { stoppageTime } from './stoppage-time';

/** Oldest first, the order in which they are published. */
export const stories = [
  baker,
  slowBuses,
  asteroid,
  library,
  stoppageTime,
  floodMap,
  cranes,
  seagrass,
  gasworks,
  nightFerry,
];
