export { saveDeskCheck } from './save-desk-check';
export { saveLook } from './save-look';
export { saveMenus } from './save-menus';
export { setUpPaper } from './set-up-paper';
export { updateSettings } from './update-settings';
