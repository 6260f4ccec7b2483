// The registry lines that each machine-translated copy of Microsoft's article prints, for tests.

/**
 * What one copy prints: key names below `SCHANNEL\\Protocols` (the parent, the client's, the server's), then value
 * names and the digits after `dword:`, both in order of printing.
 */
export type PrintedLines = readonly [
  locale: string,
  subkeys: readonly string[],
  valueNames: readonly string[],
  dwords: readonly string[],
];

/**
 * Microsoft, "Issues related to TLS deprecation" (AlchemyInsights), copies of mid-2021 in 36 languages. th-TH has no
 * text; lt-LT prints only three of its four value names; sr-Latn-RS prints an empty one.
 */
export const printedLines: readonly PrintedLines[] = [
  [
    'ar-SA',
    ['TLS 1.2', 'TLS 1.2\\Client', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '000000000', '00000001'],
  ],
  [
    'bg-BG',
    ['TLS 1,2', 'TLS 1.2 \\ клиент', 'TLS 1.2 \\ Server'],
    ['DisabledByDefault', 'активиран', 'DisabledByDefault', 'активиран'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'cs-CZ',
    ['TLS 1,2', 'TLS 1.2\\Client', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'da-DK',
    ['TLS 1,2', 'TLS 1,2\\Klient', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['000000000', '00000001', '00000000', '000000001'],
  ],
  [
    'de-DE',
    ['TLS 1.2', 'TLS 1.2\\Client', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['000000000', '000000001', '000000000', '000000001'],
  ],
  [
    'el-GR',
    ['TLS 1,2', 'TLS 1,2\\Πρόγραμμα-πελάτης', 'TLS 1,2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'es-ES',
    ['TLS 1.2', 'TLS 1.2\\Client', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '000000000', '00000001'],
  ],
  [
    'et-EE',
    ['TLS 1,2', 'TLS 1,2 \\ klient', 'TLS 1.2 \\ Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'fi-FI',
    ['TLS 1,2', 'TLS 1.2\\Asiakas', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '000000000', '00000001'],
  ],
  [
    'fr-FR',
    ['TLS 1.2', 'TLS 1.2\\Client', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '000000000', '000000001'],
  ],
  [
    'he-IL',
    ['TLS 1.2', 'TLS 1.2 \\ לקוח', 'TLS 1.2 \\ Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'זמין'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'hr-HR',
    ['TLS 1,2', 'TLS 1,2 \\ Client', 'TLS 1,2 \\ Server'],
    ['Disabledebydefault', 'enabled', 'Disabledebydefault', 'enabled'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'hu-HU',
    ['TLS 1,2', 'TLS 1.2\\Client', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['000000000', '00000001', '000000000', '00000001'],
  ],
  [
    'id-ID',
    ['TLS 1,2', 'TLS 1.2 \\ klien', 'TLS 1.2 \\ server'],
    ['Disabledbydefault', 'diaktifkan', 'disabledbydefault', 'diaktifkan'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'it-IT',
    ['TLS 1.2', 'TLS 1.2\\Client', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '000000001', '00000000', '00000001'],
  ],
  [
    'ja-JP',
    ['TLS 1.2', 'TLS 1.2\\Client', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'ko-KR',
    ['TLS 1.2', 'TLS 1.2\\Client', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '000000000', '000000001'],
  ],
  [
    'lt-LT',
    ['TLS 1,2', 'TLS 1.2 \\ klientas', 'TLS 1.2 \\ serveris'],
    ['DisabledByDefault', 'DisabledByDefault', 'įjungtas'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'lv-LV',
    ['TLS 1,2', 'TLS 1,2 \\ klients', 'TLS 1,2 \\ Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'nb-NO',
    ['TLS 1,2', 'TLS 1.2\\Client', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '0000000', '0000001'],
  ],
  [
    'nl-NL',
    ['TLS 1,2', 'TLS 1,2\\Client', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['000000000', '000000001', '000000000', '00000001'],
  ],
  [
    'pl-PL',
    ['TLS 1,2', 'TLS 1,2\\Klient', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '000000001', '00000000', '00000001'],
  ],
  [
    'pt-BR',
    ['TLS 1.2', 'TLS 1.2\\Client', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '000000000', '00000001'],
  ],
  [
    'pt-PT',
    ['TLS 1.2', 'TLS 1.2\\Cliente', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['0000000', '0000001', '00000000', '00000001'],
  ],
  [
    'ro-RO',
    ['TLS 1,2', 'TLS 1.2 \\ client', 'TLS 1.2 \\ server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'ru-RU',
    ['TLS 1.2', 'TLS 1.2\\Client', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['0000000000', '000000001', '00000000', '000000001'],
  ],
  [
    'sk-SK',
    ['TLS 1,2', 'TLS 1.2 \\ client', 'TLS 1.2 \\ server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'sl-SI',
    ['TLS 1,2', 'TLS 1.2 \\ Client', 'TLS 1.2 \\ Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'sr-Latn-RS',
    ['TLS 1,2', 'TLS 1.2 \\ klijent', 'TLS 1.2 \\ server'],
    ['', 'omogućeno', 'onemogućavanje', 'omogućeno'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'sv-SE',
    ['TLS 1.2', 'TLS 1.2\\Client', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '000000000', '000000001'],
  ],
  ['th-TH', [], [], []],
  [
    'tr-TR',
    ['TLS 1.2', 'TLS 1.2\\İstemci', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'uk-UA',
    ['TLS 1,2', 'TLS 1,2 \\ клієнт', 'TLS 1,2 \\ Server'],
    ['Disablebydefault', 'увімкнено', 'Disablebydefault', 'увімкнено'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'vi-VN',
    ['TLS 1,2', 'TLS 1,2 \\ máy khách', 'TLS 1,2 \\ máy chủ'],
    ['DisabledByDefault', 'bật', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
  [
    'zh-CN',
    ['TLS 1.2', 'TLS 1.2\\Client', 'TLS 1.2\\Server'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['000000000', '00000001', '0000000000', '000000001'],
  ],
  [
    'zh-TW',
    ['TLS 1.2', 'TLS 1.2 \\ 用戶端', 'TLS 1.2 \\ 伺服器'],
    ['DisabledByDefault', 'Enabled', 'DisabledByDefault', 'Enabled'],
    ['00000000', '00000001', '00000000', '00000001'],
  ],
];
