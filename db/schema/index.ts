export * from './articles';
export * from './comments';
export * from './media';
export * from './newsletter';
export * from './search';
export * from './settings';
export * from './taxonomy';
export * from './users';
