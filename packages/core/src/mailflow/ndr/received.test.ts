// Each hop is told as its own line has it: version, cipher, clear text, or that the line does not say.
import { expect, test } from 'vitest';
import { hopOf } from './received.ts';

test.each([
  [
    'clear text from outside',
    'from EX01.contoso.com (192.0.2.10) by DB5PEPF00014B9D.mail.protection.outlook.com (10.167.8.170) with Microsoft SMTP Server id 15.20.8377.8 via Frontend Transport; Mon, 20 Jan 2025 10:11:12 +0000',
    { from: 'EX01.contoso.com', transport: 'clear', protocol: null },
  ],
  [
    'a server to itself',
    'from EX01.contoso.com (::1) by EX01.contoso.com (::1) with Microsoft SMTP Server id 15.1.2507.6 via Frontend Transport; Mon, 20 Jan 2025 10:11:12 +0000',
    { transport: 'internal', protocol: null },
  ],
  [
    'Exchange 2016 and later',
    'from EX01.contoso.com (192.0.2.10) by DB5PEPF00014B9D.mail.protection.outlook.com (10.167.8.170) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.8377.8 via Frontend Transport; Mon, 20 Jan 2025 10:11:12 +0000',
    {
      from: 'EX01.contoso.com',
      by: 'DB5PEPF00014B9D.mail.protection.outlook.com',
      at: '2025-01-20T10:11:12.000Z',
      transport: 'encrypted',
      protocol: 'TLS 1.2',
      cipher: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
    },
  ],
  [
    'with TLS 1.0',
    'from a.contoso.com (192.0.2.1) by b.contoso.com (192.0.2.2) with Microsoft SMTP Server (version=TLS1_0, cipher=TLS_RSA_WITH_AES_256_CBC_SHA) id 15.1.2507.6; Mon, 20 Jan 2025 12:11:12 +0200',
    { protocol: 'TLS 1.0', at: '2025-01-20T10:11:12.000Z' },
  ],
  [
    'Exchange 2010 with TLS of an unknown version',
    'from a.contoso.com (192.0.2.1) by b.contoso.com (192.0.2.2) with Microsoft SMTP Server (TLS) id 14.3.319.2; Mon, 20 Jan 2014 12:11:12 -0500',
    { transport: 'encrypted', protocol: null, at: '2014-01-20T17:11:12.000Z' },
  ],
  [
    'Exchange in clear text',
    'from a.contoso.com (192.0.2.1) by b.contoso.com (192.0.2.2) with Microsoft SMTP Server id 14.3.319.2; Mon, 20 Jan 2014 12:11:12 -0500',
    { transport: 'clear', protocol: null },
  ],
  [
    'MAPI inside of Exchange',
    'from EX01.contoso.com ([fe80::1]) by EX01.contoso.com ([fe80::1%12]) with mapi id 14.03.0319.002; Mon, 20 Jan 2014 12:11:12 +0100',
    { transport: 'internal', protocol: null },
  ],
  [
    'delivery to the mailbox',
    'from EX01.contoso.com (192.0.2.1) by EX01.contoso.com (192.0.2.1) with Microsoft SMTP Server id 15.1.2507.6 via Mailbox Transport; Mon, 20 Jan 2025 10:11:12 +0000',
    { transport: 'internal' },
  ],
  [
    'Postfix',
    'from mail.fabrikam.com (mail.fabrikam.com [192.0.2.5]) (using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits)) (No client certificate requested) by mx.contoso.com (Postfix) with ESMTPS id 4YcX for <jane@contoso.com>; Mon, 20 Jan 2025 10:11:12 +0000 (UTC)',
    {
      from: 'mail.fabrikam.com',
      by: 'mx.contoso.com',
      transport: 'encrypted',
      protocol: 'TLS 1.2',
      cipher: 'ECDHE-RSA-AES256-GCM-SHA384',
    },
  ],
  [
    'Postfix with TLS 1.0, named the old way',
    'from x (x [192.0.2.5]) (using TLSv1 with cipher DHE-RSA-AES256-SHA (256/256 bits)) by mx.contoso.com (Postfix) with ESMTPS id 4YcX; Mon, 20 Jan 2025 10:11:12 +0000',
    { protocol: 'TLS 1.0', cipher: 'DHE-RSA-AES256-SHA' },
  ],
  [
    'Exim',
    'from [192.0.2.7] (helo=tls1.2.fabrikam.com) by mx.contoso.com with esmtps (TLS1.3:TLS_AES_256_GCM_SHA384:256) (Exim 4.96) (envelope-from <jane@fabrikam.com>) id 1qX; Mon, 20 Jan 2025 10:11:12 +0000',
    { transport: 'encrypted', protocol: 'TLS 1.3', cipher: 'TLS_AES_256_GCM_SHA384' },
  ],
  [
    'Gmail',
    'from mail-a.google.com (mail-a.google.com. [209.85.1.1]) by mx.google.com with ESMTPS id 5si1 for <jane@contoso.com> (version=TLS1_3 cipher=TLS_AES_128_GCM_SHA256 bits=128/128); Mon, 20 Jan 2025 02:11:12 -0800 (PST)',
    { protocol: 'TLS 1.3', cipher: 'TLS_AES_128_GCM_SHA256', at: '2025-01-20T10:11:12.000Z' },
  ],
  [
    'SMTP in clear text, whatever the host is called',
    'from tls1.2.fabrikam.com by mx.contoso.com with ESMTP id 1; Mon, 20 Jan 2025 10:11:12 +0000',
    { transport: 'clear', protocol: null },
  ],
  [
    'ESMTPS alone',
    'from a by b with ESMTPSA id 1; Mon, 20 Jan 2025 10:11:12 +0000',
    { transport: 'encrypted', protocol: null },
  ],
  ['nothing said', 'by b; Mon, 20 Jan 2025 10:11:12 +0000', { from: null, by: 'b', transport: 'unknown' }],
  [
    'cut',
    'from a by b with Microsoft SMTP Server (version=TLS1_2',
    { transport: 'encrypted', protocol: 'TLS 1.2', at: null },
  ],
])('%s', (_, line, expected) => {
  const hop = hopOf(line);
  expect(hop).toMatchObject(expected);
  expect(hop.text).not.toContain('jane');
});
