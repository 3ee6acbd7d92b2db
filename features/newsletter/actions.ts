'use server';

import { action } from '@/features/action';
import {
  addSubscriber,
  cancelCampaign,
  composeCampaign,
  createCampaign,
  eraseSubscriber,
  findStories,
  pauseCampaign,
  previewCampaign,
  removeCampaign,
  resendUnknown,
  resumeCampaign,
  saveList,
  scheduleCampaign,
  sendTest,
  suppressSubscriber,
  unscheduleCampaign,
  unsuppressSubscriber,
} from './commands';
import {
  addSubscriberInput,
  campaignInput,
  createCampaignInput,
  listInput,
  saveCampaignInput,
  scheduleCampaignInput,
  storySearchInput,
  subscriberInput,
  versionInput,
} from './input';

export const createCampaignAction = action(createCampaignInput, createCampaign);
export const composeCampaignAction = action(saveCampaignInput, composeCampaign);
export const previewCampaignAction = action(campaignInput, previewCampaign);
export const findStoriesAction = action(storySearchInput, findStories);
export const removeCampaignAction = action(versionInput, removeCampaign);
export const sendTestAction = action(campaignInput, sendTest);
export const scheduleCampaignAction = action(scheduleCampaignInput, scheduleCampaign);
export const unscheduleCampaignAction = action(versionInput, unscheduleCampaign);
export const pauseCampaignAction = action(campaignInput, pauseCampaign);
export const resumeCampaignAction = action(campaignInput, resumeCampaign);
export const cancelCampaignAction = action(campaignInput, cancelCampaign);
export const resendUnknownAction = action(campaignInput, resendUnknown);
export const saveListAction = action(listInput, saveList);
export const addSubscriberAction = action(addSubscriberInput, addSubscriber);
export const suppressSubscriberAction = action(subscriberInput, suppressSubscriber);
export const unsuppressSubscriberAction = action(subscriberInput, unsuppressSubscriber);
export const eraseSubscriberAction = action(subscriberInput, eraseSubscriber);
