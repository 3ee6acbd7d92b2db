export { saveDeskCheck } from './save-desk-check';
export { saveLook } from './save-look';
export { forgetMailRelay, saveMailRelay } from './save-mail-relay';
export { saveMenus } from './save-menus';
export { setUpPaper } from './set-up-paper';
export { testMailInForce, testMailRelay } from './test-mail-relay';
export { updateSettings } from './update-settings';
