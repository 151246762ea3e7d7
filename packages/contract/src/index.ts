export * from './agency.ts';
export * from './audit.ts';
export * from './contract.ts';
export * from './event-kinds.ts';
export * from './operation.ts';
export * from './permission.ts';
export * from './values.ts';
