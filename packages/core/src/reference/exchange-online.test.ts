// Tests that Exchange Online is recognised in every cloud, and nothing else is.
import { describe, expect, test } from 'vitest';
import { identifyExchangeBuild } from './exchange-builds.ts';
import {
  exchangeOnlineBaseline,
  exchangeOnlineBaselineState,
  exchangeOnlineHost,
  exchangeOnlineSuites,
} from './exchange-online.ts';

describe('exchangeOnlineHost', () => {
  test.each([
    ['contoso-com.mail.protection.outlook.com', 'worldwide', 'mx'],
    ['CONTOSO-COM.Mail.Protection.Outlook.COM.', 'worldwide', 'mx'],
    ['contoso-com.mail.eo.outlook.com', 'worldwide', 'mx'],
    ['contoso-com.mx.microsoft', 'worldwide', 'mx'],
    ['contoso-com.j-v1.mx.microsoft', 'worldwide', 'mx'],
    ['a.b.c.mx.microsoft', 'worldwide', 'mx'],
    ['contoso-com.mail.protection.office365.us', 'usGovernment', 'mx'],
    ['contoso-com.usgovcloud-mx.microsoft', 'usGovernment', 'mx'],
    ['contoso-cn.mail.protection.partner.outlook.cn', 'china', 'mx'],
    ['contoso.mail.onmicrosoft.com', 'worldwide', 'routingDomain'],
    ['*.mail.onmicrosoft.com', 'worldwide', 'routingDomain'],
    ['contoso.onmicrosoft.com', 'worldwide', 'routingDomain'],
    ['contoso.mail.onmicrosoft.us', 'usGovernment', 'routingDomain'],
    ['contoso.partner.onmschina.cn', 'china', 'routingDomain'],
    ['contoso.partner.mail.onmschina.cn', 'china', 'routingDomain'],
    [' smtp.office365.com ', 'worldwide', 'submission'],
    ['outlook.office365.com', 'worldwide', 'submission'],
    ['smtp.hve.mx.microsoft', 'worldwide', 'submission'],
    ['smtp.office365.us', 'usGovernment', 'submission'],
    ['outlook-dod.office365.us', 'usGovernment', 'submission'],
    ['smtp.partner.outlook.cn', 'china', 'submission'],
    ['smtp-legacy.office365.com', 'worldwide', 'legacySubmission'],
    ['smtp-legacy.partner.outlook.cn', 'china', 'legacySubmission'],
  ])('%s is %s, %s', (name, cloud, kind) => {
    expect(exchangeOnlineHost(name)).toMatchObject({ cloud, kind });
  });

  test.each([
    '',
    '.',
    'outlook.com',
    'smtp-mail.outlook.com',
    'protection.outlook.com',
    'evilmail.protection.outlook.com',
    'contoso.mail.protection.outlook.com.example.org',
    'notonmicrosoft.com',
    'mx.microsoft.com',
    'microsoft',
    'x.smtp.office365.com',
    '[40.107.1.1]',
    'aspmx.l.google.com',
  ])('%j is not', (name) => {
    expect(exchangeOnlineHost(name)).toBeNull();
  });

  test('tells the TlsDomain that fits, and both where the name leaves the cloud open', () => {
    expect(exchangeOnlineHost('x.mail.protection.partner.outlook.cn')?.tlsDomains).toEqual([
      'mail.protection.partner.outlook.cn',
    ]);
    expect(exchangeOnlineHost('contoso.mail.onmicrosoft.com')?.tlsDomains).toEqual([
      'mail.protection.outlook.com',
      'mail.protection.office365.us',
    ]);
  });
});

describe('exchangeOnlineBaselineState', () => {
  test.each([
    ['8.3.517.0', 'below'],
    ['14.3.513.0', 'below'],
    ['15.0.1497.48', 'below'],
    ['15.1.2507.59', 'below'],
    ['15.1.2507.61', 'met'],
    ['15.1.2507.99', 'met'],
    ['15.1.2375.37', 'below'],
    ['15.2.1748.37', 'below'],
    ['15.2.1748.39', 'met'],
    ['15.2.1544.34', 'below'],
    ['15.2.1544.36', 'unclear'],
    ['15.2.1544.48', 'unclear'],
    ['15.2.1258.39', 'below'],
    ['15.2.2562.17', 'met'],
  ])('%s: %s', (build, state) => {
    const found = identifyExchangeBuild(build);
    expect(found && exchangeOnlineBaselineState(found)).toBe(state);
  });

  test('the baseline is made of listed builds of October 2025', () => {
    for (const build of Object.values(exchangeOnlineBaseline.builds)) {
      expect(identifyExchangeBuild(build)).toMatchObject({ exact: true, update: 'Oct25SU' });
    }
  });
});

test('the suites are eight, and two lack forward secrecy', () => {
  expect(new Set(exchangeOnlineSuites).size).toBe(8);
  expect(exchangeOnlineSuites.filter((name) => name.startsWith('TLS_RSA_'))).toHaveLength(2);
});
