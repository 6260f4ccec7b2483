// Hebrew words of the diagnosis.
import type { diagnosis as english } from '../en/diagnosis.ts';
import type { Translated } from '../locale.ts';

export const diagnosis: Translated<typeof english> = {
  title: 'מה קרה לדואר',
  causes: {
    'tls-version': {
      name: 'גרסת TLS',
      meaning: 'שני הצדדים לא הצליחו להסכים על גרסת TLS: באחד מהם TLS 1.2 אינו בתוקף.',
      remedy:
        'הפעילו את TLS 1.2 עבור Client ו־Server ב־Schannel, קבעו את הערכים של .NET והפעילו מחדש את Windows. הריצו `mailflow-tls check` על השרת כדי לראות מה חסר.',
    },
    cipher: {
      name: 'חבילות הצפנה',
      meaning: 'לשני הצדדים גרסת TLS משותפת, אך אין להם עבורה חבילת הצפנה או עקום משותפים.',
      remedy:
        'השוו את חבילות ההצפנה והעקומים שבתוקף לאלה שהצד השני מקבל, ובטלו את המדיניות או את הרשימה שהסירה את המשותפים.',
    },
    certificate: {
      name: 'אישור',
      meaning: 'אישור חסר, אין לו מפתח שמיש, תוקפו פג, שמו שגוי או שאין בו אמון.',
      remedy:
        'בדקו את האישור שהמחבר נוקב בשמו: קיים, בתוקף, עם מפתח פרטי, מופעל עבור SMTP, ויש אמון בשרשרת שלו ובאישורי הבסיס הדרושים.',
    },
    'starttls-not-offered': {
      name: 'STARTTLS לא הוצע',
      meaning:
        'הצד המקבל לא הציע `STARTTLS`, ולכן TLS לא יכול היה אפילו להתחיל: אין לו אישור שמיש לכך, או שהתקן בדרך מסיר את ההצעה.',
      remedy:
        'תנו למחבר הקבלה בשרת המקבל אישור שמתאים לשמו ומופעל עבור SMTP; אחר כך חפשו חומת אש או שער שבודקים את תעבורת SMTP וכבו זאת.',
    },
    connector: {
      name: 'מחבר',
      meaning: 'מחבר מוגדר כך שהדואר עובר בלי TLS, או כך ש־Exchange Online אינו מזהה את השולח.',
      remedy:
        'השוו את מחבר השליחה ואת המחבר הנכנס ב־Exchange Online: אישור, כתובות, תחומים, `RequireTLS`, `IgnoreSTARTTLS`.',
    },
    network: {
      name: 'רשת',
      meaning: 'החיבור לא נוצר או נקטע בדרך, בלי קשר למה ש־TLS היה עושה.',
      remedy: 'בדקו תרגום שמות, נתיבים, חומת אש ופורט 25 בין שני הצדדים.',
    },
    'outdated-server': {
      name: 'Exchange מיושן',
      meaning: 'Exchange Online מעכב דואר של גרסת Exchange זו כי היא ישנה מדי. TLS אינו הסיבה.',
      remedy: 'עדכנו את Exchange לגרסה נתמכת; Exchange Online מאפשר להשהות את העיכוב לזמן מה.',
    },
    authentication: {
      name: 'אימות',
      meaning: 'מישהו לא הצליח להוכיח את זהותו. TLS אינו הסיבה.',
      remedy: 'בדקו את החשבון, ובין שרתי Exchange את השעון, את Kerberos ואת יחסי האמון עם התחום.',
    },
    policy: {
      name: 'מדיניות המקבל',
      meaning: 'המקבל מסרב לדואר בגלל תוכנו או שולחו (SPF, DKIM, DMARC, רשימות חסימה). TLS אינו הסיבה.',
      remedy: 'תקנו את SPF, DKIM ו־DMARC של התחום השולח, או דאגו שהשולח יוסר מהרשימה.',
    },
    unrelated: {
      name: 'לא השרת הזה',
      meaning: 'זה קרה במקום אחר, או נוגע לדבר שאין לו קשר ל־TLS בשרת הזה.',
      remedy: 'אין מה לשנות בשרת הזה. בעלי השרת האחר יוכלו לומר יותר.',
    },
    undetermined: {
      name: 'לא הוכרע',
      meaning: 'מה שנקרא אינו מגלה את הסיבה. כמה סיבות מתאימות, ואף אחת אינה סבירה דיה כדי לפעול לפיה.',
      remedy: 'אל תשנו דבר עדיין. בצעו קודם את הבדיקה שלהלן.',
    },
  },
  sessionOutcomes: { 'clear text': 'טקסט גלוי', failed: 'TLS נכשל', none: 'בלי TLS ובלי דואר' },
  likelihoods: { certain: 'ודאי', likely: 'סביר', possible: 'אפשרי', unlikely: 'לא סביר' },
  strengths: { proof: 'הוכחה', setting: 'הגדרה', text: 'טקסט רב־משמעי', circumstance: 'נסיבה' },
  evidence: {
    versionRefused: 'הטקסט אומר שלא נמצאה גרסת TLS משותפת או חבילת הצפנה משותפת.',
    alert: 'התרעת TLS מנתה זאת בין סיבותיה.',
    certificateNamed: 'הטקסט נוקב באישור כסיבה.',
    handshakeFailed: 'לחיצת יד של TLS נכשלה. הטקסט אינו אומר למה, וזו אחת הסיבות.',
    connectionCut: 'החיבור נקטע. הטקסט אינו אומר למה, וזו אחת הסיבות.',
    notConnected: 'לא ניתן היה ליצור את החיבור, וזו אחת הסיבות.',
    tlsDemanded: 'המקבל דורש TLS ולא קיבל אותו, וזו אחת הסיבות.',
    throttled: 'Exchange Online אומר שגרסת Exchange ישנה מדי.',
    refusalNamed: 'הסירוב מציין את סיבתו, והיא אינה TLS.',
    waited: 'הטקסט אומר רק שהדואר המתין.',
    hostEvent: 'Windows רשם זאת על השרת כולו; ייתכן שאין לכך קשר לדואר.',
    clearRetry: {
      one: 'אחרי לחיצת יד שנכשלה, שיחה אחת ({count}) עם אותו צד עברה בטקסט גלוי, עם {messages} הודעות: הרשת פועלת, TLS לא.',
      other:
        'אחרי לחיצות יד שנכשלו, {count} שיחות עם אותו צד עברו בטקסט גלוי, עם {messages} הודעות: הרשת פועלת, TLS לא.',
    },
    startTlsMissing: {
      one: 'בשיחה אחת ({count}) תשובת השרת ל־`EHLO` לא כללה `STARTTLS`.',
      other: 'ב־{count} שיחות תשובת השרת ל־`EHLO` לא כללה `STARTTLS`.',
    },
    startTlsMissingHere: {
      one: 'בשיחה אחת ({count}) השרת הזה ענה ל־`EHLO` בלי `STARTTLS`, לרוב מחוסר אישור שמיש.',
      other: 'ב־{count} שיחות השרת הזה ענה ל־`EHLO` בלי `STARTTLS`, לרוב מחוסר אישור שמיש.',
    },
    startTlsNotTried: {
      one: 'בשיחה אחת ({count}) הוצע TLS והשרת הזה לא השתמש בו.',
      other: 'ב־{count} שיחות הוצע TLS והשרת הזה לא השתמש בו.',
    },
    clearUnexplained: {
      one: 'שיחה אחת ({count}) עם Office 365 נשאה דואר בטקסט גלוי ({messages} הודעות), ודבר ממה שנקרא אינו מראה למה.',
      other:
        '{count} שיחות עם Office 365 נשאו דואר בטקסט גלוי ({messages} הודעות), ודבר ממה שנקרא אינו מראה למה.',
    },
    cutShort: 'היומן נגמר לפני ששיחה כלשהי מראה אם נעשה שימוש ב־TLS.',
    agreedOld: {
      one: 'שיחה אחת ({count}) עם Office 365 השתמשה ב־{protocol}, אף ש־Exchange Online מציע גרסאות חדשות יותר: בצד השני לא הייתה כזאת בתוקף.',
      other:
        '{count} שיחות עם Office 365 השתמשו ב־{protocol} או בגרסה ישנה כמוה, אף ש־Exchange Online מציע חדשות יותר: בצד השני לא הייתה כזאת בתוקף.',
    },
    agreedNew: {
      one: 'בשיחה אחת ({count}) באותו יומן הסכים אותו צד על TLS 1.2 או חדש ממנו.',
      other: 'ב־{count} שיחות באותו יומן הסכים אותו צד על TLS 1.2 או חדש ממנו.',
    },
    neverNewer: 'בכיוון זה איש ביומנים לא הסכים עם השרת הזה על דבר חדש מ־{protocol}.',
    foreignPeer: 'Exchange Online ניסה להגיע אל {peer}, שאינו אחד משמות הארגון הזה.',
    providerPeer: 'Exchange Online ניסה להגיע אל {peer}, שרת של ספק דואר גדול.',
    perhapsForeign: 'אם {peer} אינו השרת שלכם, על בעליו לבדוק.',
    onlineRefusesOldTls: 'הצד השני הוא Exchange Online, שמאז {since} קוטע כך בדיוק לחיצות יד בגרסאות ישנות.',
    beforeEnforcement: 'זה קרה לפני {since}, כש־Exchange Online עוד קיבל TLS 1.0 ו־1.1.',
    handshakeNotNamed:
      'Exchange Online כתב זאת, והוא מציין לחיצת יד שנכשלה כשהייתה כזו. לכן כנראה TLS לא הוצע.',
    rootChanged:
      'מאז {since} האישור של Exchange Online נשען על {root}; שרתים שאינם נותנים בו אמון מגיעים לכאן.',
  },
  outcomes: {
    broken: 'חזר',
    delayed: 'ממתין',
    clearText: 'עבר בטקסט גלוי',
    failing: 'ניסיונות נכשלים',
  },
  directions: {
    send: 'מהשרת הזה',
    receive: 'אל השרת הזה',
    submission: 'מיישום או מהתקן אל Office 365',
    elsewhere: 'מ־Office 365 אל מישהו אחר',
    internal: 'בין שרתי Exchange',
    unknown: 'הכיוון אינו ידוע',
  },
  ongoing: { yes: 'עדיין נמשך', no: 'עבד מאז', unknown: 'לא ידוע אם נמשך' },
  peers: { office365: 'Office 365', unknown: 'לא ידוע' },
  messages: { one: 'הודעה אחת', two: 'שתי הודעות', other: '{count} הודעות' },
  times: { one: 'פעם אחת', two: 'פעמיים', other: '{count} פעמים' },
  between: '{first} עד {last}',
  more: { one: 'ועוד אחד', two: 'ועוד שניים', other: 'ועוד {count}' },
  settle: {
    tls12: 'קראו את שני הערכים של TLS 1.2 בשרת, ואם Windows הופעל מחדש אחרי שנכתבו.',
    clientVersion: 'בררו באילו גרסאות TLS התוכנה רשאית להשתמש: ב־.NET אלה הערכים, באחרות ההגדרות שלהן.',
    suites: 'הציגו את חבילות ההצפנה שבתוקף והשוו אותן לאלה של Office 365.',
    certificates: 'הציגו את האישורים עם השירותים והמפתחות שלהם.',
    offerHere: 'חפשו ביומן תשובות של השרת הזה ל־`EHLO` שחסר בהן `STARTTLS`.',
    offerThere: 'בדקו ביומן אם תשובת הצד השני ל־`EHLO` כוללת `STARTTLS`.',
    connector: 'קראו את הגדרות המחבר.',
    reaches: 'נסו את פורט 25 של {host} מהשרת הזה.',
    reachable: 'נסו את פורט 25 של השרת הזה, רצוי מבחוץ.',
    build: 'קראו את גרסת Exchange שבשרת.',
    authentication: 'קראו מה רשמה התעבורה של Exchange על אימות.',
    whose: 'בדקו אם {host} שייך לארגון שלכם.',
    sendLog:
      'הפעילו רישום במחבר השליחה, נסו שוב את התור וקראו את השיחה: האם לחיצת היד נכשלה, האם הוצע `STARTTLS`, או שהחיבור כלל לא נוצר?',
    receiveLog: 'קראו את השיחה ביומן של מחבר הקבלה: האם הוצע `STARTTLS`, והאם לחיצת היד נכשלה?',
    whichProgram: 'מצאו את התוכנה שמאחורי האירוע לפי התהליך שלה, ובדקו אם הזמנים מתאימים לאלה של הדואר.',
  },
  labels: {
    likelihood: 'סבירות',
    because: 'כי',
    against: 'נגד',
    flows: 'הדואר הנוגע בדבר',
    direction: 'כיוון',
    connector: 'מחבר',
    peer: 'הצד השני',
    outcome: 'תוצאה',
    amount: 'כמה',
    seen: 'נראה',
    ongoing: 'עכשיו',
    remedy: 'מה לעשות',
    settleBy: 'מה יכריע',
    foundAt: '{source}, שורה {line}',
    foundInRecord: '{source}, רשומה {record}',
    sources: 'מה נקרא',
    file: 'קובץ',
    kind: 'סוג',
    records: 'רשומות',
    unreadable: 'לא קריאות',
    notRead: 'מה לא נקרא, ומדוע',
    signals: 'שגיאות שזוהו',
    error: 'שגיאה',
    text: 'טקסט',
    count: 'כמות',
    first: 'נראה לראשונה',
    last: 'נראה לאחרונה',
    unrecognised: 'לא זוהו',
    usage: 'שימוש לפי צד',
    names: 'שמות שהוכרזו',
    protocols: 'גרסאות TLS',
    sessions: 'שיחות',
    clear: 'הודעות בטקסט גלוי',
  },
  unreadable: {
    cut: 'הרשומה נקטעת לפני סופה',
    tooLong: 'ארוך יותר ממה שרשומה יכולה להיות',
    notARecord: 'אינה רשומה מסוג זה',
  },
  kinds: {
    smtpSendLog: 'יומן שליחה של SMTP',
    smtpReceiveLog: 'יומן קבלה של SMTP',
    connectivityLog: 'יומן קישוריות',
    trackingLog: 'יומן מעקב הודעות',
    queue: 'תורים',
    queueMessage: 'הודעות בתורים',
    nonDeliveryReport: 'הודעת אי־מסירה',
    messageTrace: 'מעקב הודעות',
    mailHeaders: 'כותרות של הודעה',
    schannelEvent: 'אירועי Schannel',
    transportEvent: 'אירועי תעבורה',
    errorText: 'טקסט שגיאה',
    foreign: 'קובץ של תוכנה אחרת',
    unknown: 'לא זוהה',
  },
  nothing: 'במה שנקרא לא נמצאו שגיאה או דואר בטקסט גלוי מול Office 365.',
  nothingKnown: 'שום דבר ממה שנקרא אינו מסוג המוכר כאן, ולכן אי אפשר לומר דבר.',
  nothingSure:
    'לא נמצאה שגיאה מוכרת. טקסטים שמדווחים על שגיאה ואינם מוכרים כאן מופיעים למטה: ייתכן שהם הסיבה.',
  joined: 'בצירוף העובדות של {host}.',
  notJoined: 'בלי העובדות של השרת: לא ניתן היה לשקול את מה שהגדרותיו אומרות.',
};
