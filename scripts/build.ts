import path from 'node:path';
import { build } from './up/build';

await build(path.resolve(import.meta.dirname, '..'));
