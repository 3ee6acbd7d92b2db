'use server';

import { action } from '@/features/action';
import { createShareLink, revokeShareLink } from './commands';
import { createShareLinkInput, shareLinkInput } from './share-input';

export const createShareLinkAction = action(createShareLinkInput, createShareLink);
export const revokeShareLinkAction = action(shareLinkInput, revokeShareLink);
