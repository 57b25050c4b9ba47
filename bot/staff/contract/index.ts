// Every request and response of /console/api, one file an area. Types only for the front end: `import type`.
export * from './agencies';
export * from './audit';
export * from './book';
export * from './cases';
export * from './common';
export * from './daily';
export * from './dashboard';
export * from './desk';
export * from './outreach';
export * from './policies';
export * from './session';
export * from './simulations';
