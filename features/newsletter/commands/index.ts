export { createCampaign, removeCampaign, saveCampaign } from './compose';
export { composeCampaign, findStories, type Preview, previewCampaign } from './compose-campaign';
export {
  cancelCampaign,
  pauseCampaign,
  resendUnknown,
  resumeCampaign,
  scheduleCampaign,
  unscheduleCampaign,
} from './direct';
export { saveList } from './lists';
export { mailConfirmation } from './mail-confirmation';
export { purgeUnconfirmed } from './purge-unconfirmed';
export { sendTest } from './send-test';
export { sendCampaign } from './sending/send-campaign';
export { keepCampaignsGoing, startDueCampaigns } from './sending/start-due-campaigns';
export { signUp } from './sign-up';
export { addSubscriber, eraseSubscriber, suppressSubscriber, unsuppressSubscriber } from './subscribers';
export { confirmSubscription, savePreferences, unsubscribe } from './subscription';
