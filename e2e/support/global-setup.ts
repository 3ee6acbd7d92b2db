import { openMailServer } from './mail-server';
import { startApp } from './start-app';

/**
 * One app for the whole run: built, under the supervisor, on an empty data folder and a free port, with a real SMTP
 * server as its relay. Specs that kill or configure processes start their own (`startApp`).
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const mail = await openMailServer();
  const app = await startApp({ env: { SMTP_URL: mail.smtpUrl, MAIL_FROM: 'news@paper.example' } });
  Object.assign(process.env, {
    E2E_URL: app.url,
    E2E_DATA_DIR: app.dataDir,
    E2E_DATABASE_URL: app.databaseUrl(),
    E2E_MAIL_CONTROL: mail.controlUrl,
  });
  return async () => {
    await app.stop();
    await mail.close();
    if (process.env.E2E_SHOW_APP) console.info(app.said());
  };
}
