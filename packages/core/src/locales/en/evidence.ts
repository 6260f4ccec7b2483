// English words of mail errors and of causes, apart from the rest: who only judges hosts need not carry them.
import { diagnosis } from './diagnosis.ts';
import { errors } from './errors/index.ts';

export const enEvidence = { errors, diagnosis } as const;
