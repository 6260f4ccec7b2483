// English words of rules and findings.
export { en } from '@mailflow-tls/core';
