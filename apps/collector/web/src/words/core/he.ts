// Hebrew words of rules and findings.
export { he } from '@mailflow-tls/core/locales/he';
