// Hebrew words of the command line itself.
import type { words as english } from './en.ts';
import type { Translated } from './words.ts';

const errors: Translated<(typeof english)['errors']> = {
  notWindows: {
    problem: 'המחשב הזה אינו שרת Windows, ו־`check` קורא את השרת שעליו הוא רץ.',
    remedy:
      'יש להריץ `mailflow-tls check --save-facts FILE` בשרת Exchange, להעתיק את הקובץ לכאן ולבחון אותו באמצעות `mailflow-tls judge FILE`.',
  },
  unknownRule: {
    problem: 'אין כלל ואין תחום כללים בשם {name}.',
    remedy: '{suggestion}`mailflow-tls rules` מציג את כולם.',
  },
  nothingLeft: {
    problem: 'לא נותר אף כלל לבחון לפיו.',
    remedy: 'יש לציין פחות כללים תחת `--skip`, או אחרים תחת `--only`.',
  },
  manyFormatsToStdout: {
    problem: 'רק תבנית אחת יכולה להישלח לפלט הרגיל, אך ל־{count} אין קובץ: {formats}.',
    remedy: 'יש לתת לכל אחת מהאחרות קובץ: `--format html --output report.html`.',
  },
  tooManyOutputs: {
    problem: 'יש {outputs} קבצים עבור {formats} תבניות.',
    remedy: 'יש לתת `--output` אחד לכל `--format`: `--format html --output report.html`.',
  },
  outputWithoutFormat: {
    problem: 'לא ברור לאיזו תבנית מיועד {file}.',
    remedy: 'יש לכתוב כל `--output` מיד אחרי ה־`--format` שלו: `--format html --output report.html`.',
  },
  sameFileTwice: {
    problem: '{file} ניתן לשני פלטים.',
    remedy: 'יש לתת לכל פלט קובץ משלו.',
  },
  noFolder: {
    problem: 'אי אפשר לכתוב את {file}: התיקייה {folder} אינה קיימת.',
    remedy: 'יש ליצור את התיקייה, או לבחור אחרת.',
  },
  isFolder: {
    problem: 'אי אפשר לכתוב את {file}: זו תיקייה.',
    remedy: 'יש להוסיף שם של קובץ.',
  },
  notWritten: {
    problem: 'לא ניתן היה לכתוב את {file} ({code}).',
    remedy: 'יש לסגור תוכנות שהקובץ פתוח בהן, ולבדוק את ההרשאות לתיקייה ואת המקום בדיסק.',
  },
  noFile: {
    problem: 'אין קובץ {file}.',
    remedy: 'יש לבדוק את הנתיב. אפשר להשתמש בתבניות כגון `C:\\facts\\*.json`.',
  },
  fileIsFolder: {
    problem: '{file} הוא תיקייה.',
    remedy: 'יש לציין את הקבצים שבה, למשל בתבנית: {file}`*.json`.',
  },
  notRead: {
    problem: 'לא ניתן היה לקרוא את {file} ({code}).',
    remedy: 'יש לבדוק את ההרשאות לקובץ.',
  },
  nothingToExplain: {
    problem: 'אין מה להסביר.',
    remedy: 'יש לציין קבצים, או להעביר את הטקסט: `Get-Clipboard | mailflow-tls explain`.',
  },
  stdinTwice: {
    problem: 'הקלט הסטנדרטי יכול להיות העובדות או הראיות, לא שניהם.',
    remedy: 'יש לציין קובץ לאחד מהם.',
  },
  noLogFolder: {
    problem: 'מחשב זה אינו מארח Windows, ו־`logs` לבדה קוראת את היומנים של המארח שבו היא רצה.',
    remedy: 'יש לציין את התיקייה שבה היומנים: `mailflow-tls logs FOLDER`.',
  },
  noLogsHere: {
    problem: 'לא נמצאו יומני דואר של Exchange במארח זה.',
    remedy:
      'יש לציין את התיקייה שבה הם נמצאים, או לבדוק בעזרת `mailflow-tls doctor` כיצד אפשר להגיע אל Exchange.',
  },
  notOneHost: {
    problem: 'בקובץ {file} יש עובדות של {count} מארחים, אך ראיות מצורפות למארח אחד.',
    remedy: 'יש לציין קובץ עם העובדות של המארח שממנו באו הראיות.',
  },
  noWay: {
    problem: 'לא הוגדר אוסף (collector), ולכן אי אפשר למסור דבר.',
    remedy:
      'יש להגדיר `CollectorUrl` או `ShareFolder` במדיניות או תחת `HKLM\\SOFTWARE\\mailflow-tls`; `mailflow-tls doctor` מציג מה בתוקף.',
  },
  runNotWindows: {
    problem: 'המחשב הזה אינו שרת Windows, ו־`run` קורא את השרת שעליו הוא רץ.',
    remedy: 'יש להריץ אותו בשרת Exchange. עובדות של שרתים אחרים נקלטות באוסף: `import`.',
  },
  noToken: {
    problem: 'אין אסימון רישום, ולכן אי אפשר לבקש מהאוסף לקלוט את השרת הזה.',
    remedy:
      'יש להגדיר `EnrolmentToken` במדיניות או ברישום, או למסור אותו בקלט הסטנדרטי: `mailflow-tls enroll --token-stdin`.',
  },
  deliveryFolder: {
    problem: 'אי אפשר להשתמש בתיקייה {folder} ({code}).',
    remedy: 'יש להריץ את התוכנה כ־SYSTEM או כמנהל מערכת, ולבדוק את המקום בדיסק.',
  },
  badKey: {
    problem: 'אי אפשר להשתמש במפתח של השרת שבתיקייה {folder} ({code}).',
    remedy:
      'יש למחוק שם את `host-key.pem` ולהריץ `mailflow-tls enroll`: השרת יקבל מפתח חדש, שאדם צריך לאשר באוסף.',
  },
  badFacts: { problem: 'אי אפשר לבחון את {file}. {problem}', remedy: '{remedy}' },
  settingsFile: {
    problem: 'אי אפשר להשתמש בקובץ ההגדרות {file}: {problem}',
    remedy: 'יש לתקן או למחוק את הקובץ; `mailflow-tls doctor` מציג מה בתוקף.',
  },
};

export const words: Translated<typeof english> = {
  error: 'שגיאה:',
  warning: 'אזהרה:',
  whatToDo: 'מה לעשות:',
  didYouMean: 'האם הכוונה ל־{name}? ',
  errors,
  settingsFile: {
    notRead: 'לא ניתן היה לקרוא אותו ({code}).',
    notText: 'הוא אינו טקסט ב־UTF-8 או ב־UTF-16.',
    notJson: 'הוא אינו JSON (שורה {line}, עמודה {column}).',
    notObject: 'הוא אינו אובייקט בצורה {example}.',
    tooLarge: 'הוא גדול מ־{limit} בתים.',
  },
  warnings: {
    wrongValue: '{setting} הוא {found} ב־{where}, אך אמור להיות {expected}. במקומו בשימוש: {used}.',
    unknownSetting: 'אין הגדרה בשם {setting}; היא מופיעה ב־{where}. {suggestion}',
    notFromFile:
      '{setting} מוגדר ב־{where}, אך נלקח רק מהרישום ומשורת הפקודה, כי ייתכן שגם מי שאינם מנהלים יכולים לכתוב את הקובץ הזה.',
    registryNotRead: 'לא ניתן היה לקרוא את ההגדרות שברישום ({code}); תקפות אלה שבקובץ וברירות המחדל.',
    logNotWritten: 'אי אפשר לכתוב את היומן ב־{folder} ({code}). התוכנה ממשיכה בלעדיו.',
    sameHostTwice: '{file} מכיל שוב את העובדות {id}; הן נבחנות פעם אחת.',
  },
  progress: {
    reading: 'קורא את השרת הזה, {seconds} שניות לכל היותר …',
    written: 'נכתב: {file}',
    interrupted: 'הופסק. כל מה שהופעל הסתיים.',
  },
  evidence: {
    reading: 'נקראים {files} קבצים, {size} MB: {percent} %',
    moreProblems: 'יש מה לומר על {count} קבצים נוספים; הפלט בתבנית JSON מפרט את כולם.',
    problems: {
      notRead: 'לא היה אפשר לקרוא את {file} ({detail}).',
      linkNotFollowed:
        '{file} הוא קישור למקום אחר, ואין הולכים אחריו. כדי לקרוא את המקום ההוא יש לציין אותו.',
      notAFile: '{file} אינו קובץ רגיל ואינו נקרא.',
      tooDeep: '{file} נמצא עמוק מדי בתוך תיקיות ואינו נקרא.',
      tooManyFiles: '{file} ומה שאחריו אינם נקראים: יש יותר מ־{detail} קבצים.',
      empty: '{file} ריק.',
      binary: '{file} אינו טקסט, ואינו קובץ מסוג מוכר.',
      unknownKind: 'אין ב־{file} דבר מוכר.',
      foreign: '{file} הוא יומן של תוכנה אחרת.',
      changed: '{file} התקצר בזמן הקריאה.',
      archiveDamaged: '{file} הוא ארכיון פגום ({detail}). מה שלפני הפגם נקרא.',
      archiveCut: '{file} הוא ארכיון שסופו חסר. מה שיש בו נקרא.',
      archiveEncrypted: '{file} מוצפן. יש לפרוס אותו קודם.',
      archiveMethod: '{file} דחוס בשיטה שאינה מוכרת ({detail}). יש לפרוס אותו קודם.',
      archiveNested: '{file} הוא ארכיון בתוך ארכיון. יש לפרוס אותו קודם.',
      archiveTooLarge: '{file} גדול מכדי להיקרא דרך צינור. יש לציין אותו כקובץ.',
      archiveOverlap: '{file} אינו נקרא: חלקים בו מונחים זה על זה, כמו בארכיונים שנעשו כדי להזיק.',
      archiveBomb: '{file} אינו נקרא עד סופו: הוא תופח מעבר לכל מידה, כמו ארכיונים שנעשו כדי להזיק.',
      archiveNameClimbs: '{file} נוקב במקום שמחוץ לארכיון שלו. הוא רק נקרא, ודבר אינו נפרס לדיסק.',
    },
  },
  internalError: {
    problem: 'תקלה ב־mailflow-tls עצמו: {error}',
    remedy: 'נא לדווח עם הפלט של `mailflow-tls doctor`, שמציין את היומן. פרטים: `--verbose`.',
  },
  settings: {
    language: 'שפת הדוחות וההודעות',
    logFolder: 'תיקיית היומן',
    logLevel: 'השורות הכי פחות חשובות שהיומן שומר',
    timeoutSeconds: 'מספר השניות שבתוכן נקרא שרת',
    powershellPath: 'ה־PowerShell שיש להשתמש בו',
    skipSections: 'מקטעי עובדות שאינם נקראים',
    skipRules: 'כללים ותחומים שאינם נבחנים',
    failOn: 'הקביעה הקלה ביותר שמסיימת בקוד יציאה 1',
    collectorUrl: 'כתובת האוסף',
    collectorCaFile: 'תעודות שרשאיות לערוב לאוסף, במקום אלה ש־Windows סומך עליהן',
    collectorPin: 'המפתח הציבורי היחיד שמותר שיהיה לאוסף',
    proxyUrl: 'שרת תיווך בדרך אל האוסף',
    enrolmentToken: 'האסימון שבאמצעותו השרת מבקש להיקלט',
    shareFolder: 'התיקייה שבה מושארים הדוחות עבור האוסף',
    spoolReports: 'המספר המרבי של דוחות הממתינים למסירה',
    spoolMegabytes: 'נפח הדוחות המרבי הממתין למסירה, במגה־בתים',
    spoolDays: 'מספר הימים שאחריהם מוותרים על דוח ממתין',
    randomDelaySeconds: 'ההשהיה האקראית הארוכה ביותר לפני הרצה',
    runSeconds: 'מספר השניות שאחריהן הרצה מסתיימת',
  },
  delivery: {
    alreadyRunning: 'הרצה אחרת מתבצעת כעת בשרת הזה; לזו אין מה לעשות.',
    delaying: 'המתנה של {seconds} שניות, כדי שלא כל השרתים יפנו בבת אחת …',
    judged: 'השרת הזה: {state}',
    notSpooled: 'לא ניתן היה לשמור את הדוח בדיסק הזה ({code}); הוא נמסר מהזיכרון בלבד.',
    delivered: 'נמסרו: {count}',
    handedOver: 'הושארו בתיקייה המשותפת: {count}',
    setAside: 'הוצאו הצידה, כי האוסף לעולם לא יקבל אותם: {count}',
    stillWaiting: 'עדיין ממתינים למסירה: {count}',
    notBefore: 'האוסף ביקש שלא לפנות אליו עד {time}.',
    obstacles: {
      waiting: 'אדם צריך לאשר את השרת הזה באוסף; עד אז הדוחות ממתינים כאן. מפתח: {key}',
      refused: 'האוסף דוחה את השרת הזה ({code}). מפתח: {key}',
      unreachable: 'לא ניתן היה להגיע אל האוסף ({code}).',
    },
    remedies: {
      'host-unknown': 'יש להגדיר אסימון רישום תקף; ההרצה הבאה תבקש להיקלט.',
      'host-revoked': 'השרת הזה נחסם באוסף; מנהל מערכת יכול להתיר אותו שם שוב.',
      'enrolment-token-invalid': 'אסימון הרישום שגוי, נוצל עד תומו, פג תוקפו או בוטל. יש להגדיר חדש.',
      'enrolment-not-allowed': 'אסימון הרישום אינו מיועד לשרת הזה (לתחום או לכתובת שלו). יש להגדיר אחר.',
      pinMismatch: 'לאוסף יש מפתח אחר מזה שנקבע. יש לבדוק את `CollectorPin`; אם הוא נכון, מישהו עומד באמצע.',
      DEPTH_ZERO_SELF_SIGNED_CERT:
        'אין כאן אמון בתעודה של האוסף. יש להגדיר `CollectorPin` או `CollectorCaFile`.',
      ERR_TLS_CERT_ALTNAME_INVALID:
        'התעודה של האוסף אינה נושאת את השם שב־`CollectorUrl`. יש להשתמש בשם שהיא נושאת.',
      CERT_HAS_EXPIRED: 'תוקף התעודה של האוסף פג, או שהשעון של השרת הזה שגוי.',
      ENOTFOUND: 'השם שב־`CollectorUrl` אינו מוכר ל־DNS.',
      ECONNREFUSED: 'אין מענה בכתובת ובפורט האלה. יש לבדוק את `CollectorUrl`, ושהאוסף פועל.',
    },
    enrolled: 'השרת הזה נקלט. מפתח: {key}',
    status: {
      host: 'מסירה',
      key: 'המפתח של השרת הזה',
      noKey: 'אין עדיין; ה־`run` או ה־`enroll` הראשון יוצר אותו',
      enrolment: 'אצל האוסף',
      enrolments: { none: 'לא נשאל מעולם', active: 'נקלט', waiting: 'ממתין לאישור' },
      collector: 'אוסף',
      share: 'תיקייה משותפת',
      notSet: 'לא הוגדר',
      lastRun: 'הרצה אחרונה',
      lastReport: 'דוח אחרון',
      lastAcknowledged: 'מסירה אחרונה',
      never: 'מעולם לא',
      waiting: 'ממתינים למסירה',
      waitingReports: '{count} ({kilobytes} kB)',
      obstacle: 'המכשול',
      since: 'מאז {time}',
      nothing: 'אין',
      lost: 'ויתרו עליהם וטרם דווח',
    },
  },
  origins: {
    commandLine: 'שורת הפקודה',
    policy: 'מדיניות קבוצתית',
    installer: 'התקנה',
    file: 'קובץ ההגדרות',
    default: 'ברירת מחדל',
  },
  doctor: {
    program: 'התוכנה',
    version: 'גרסה',
    node: 'Node.js',
    system: 'מערכת',
    startedFrom: 'הופעל מתוך',
    powershell: 'PowerShell',
    edition: 'מהדורה',
    languageMode: 'מצב שפה',
    bits: 'סיביות',
    elevated: 'כמנהל מערכת',
    notStarted: 'לא ניתן היה להפעיל ({code})',
    exchange: 'Exchange',
    installation: 'התקנה',
    installations: {
      none: 'לא מותקן',
      managementTools: 'כלי ניהול בלבד',
      server: 'שרת',
    },
    build: 'גרסת בנייה',
    cmdlets: 'פקודות',
    unread: '{reason} ({code})',
    files: 'קבצים',
    log: 'יומן',
    temporary: 'תיקייה זמנית',
    settingsFile: 'קובץ הגדרות',
    usable: 'ניתן לשימוש',
    absent: 'אינו קיים',
    notUsable: 'אינו ניתן לשימוש ({code})',
    settings: 'הגדרות',
    yes: 'כן',
    no: 'לא',
    unknown: 'לא ידוע',
    notWindows: 'לא נשאל: המחשב הזה אינו שרת Windows. `judge` פועל כאן, `check` לא.',
    toMend: 'לתיקון',
    nothingToMend: 'לא נמצא דבר לתיקון.',
    constrained:
      'PowerShell פועל במצב {mode}, ולכן אי אפשר לקרוא חלק גדול מהשרת. מדיניות של בקרת יישומים גורמת לכך: יש להתיר בה את הסקריפטים של התוכנה הזאת.',
    notElevated:
      'החשבון הזה אינו מנהל מערכת בהרשאות מוגברות, ולכן ייתכן שאי אפשר לקרוא חלקים מהשרת. יש להפעיל את התוכנה כמנהל מערכת.',
    is32Bit:
      'זה PowerShell של 32 סיביות, שרואה חלק אחר של הרישום. יש להשתמש ב־Windows PowerShell של 64 סיביות.',
  },
  rules: {
    about: {
      sending: 'שליחה',
      receiving: 'קבלה',
      both: 'שליחה וקבלה',
      hygiene: 'תחזוקה נאותה',
    },
    affects: 'נוגע ל',
    essential: 'ללא תשובה, מצבו של שרת שמעביר דואר אינו ידוע.',
    needs: 'קורא',
    says: 'יכול לומר',
    remedies: 'תיקונים',
    mayBreak: 'עלול לשבור',
    references: 'מקורות',
  },
};
