process.env.BROADSHEET_PROCESS ??= 'worker';

process.send?.({ ready: 'worker' });
setInterval(() => {}, 60_000);
const stop = () => process.exit(0);
process.on('SIGTERM', stop).on('SIGINT', stop).on('disconnect', stop);
export {};
