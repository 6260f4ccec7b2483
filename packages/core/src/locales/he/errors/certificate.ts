// Hebrew words of the errors about certificates.
import type { certificateErrors as english } from '../../en/errors/certificate.ts';
import type { Translated } from '../../locale.ts';

const noVersion = 'לגרסאות TLS אין חלק בכך: לחיצת היד הגיעה עד האישור.';

export const certificateErrors: Translated<typeof english> = {
  'certificate-validation-failed': {
    meaning:
      'מחבר השליחה בודק את האישור של הצד השני, והאישור לא עבר: השורש אינו מהימן, השם שונה, או שלא ניתן לבדוק ביטול.',
    notProven: noVersion,
    remedy:
      'להתקין את השורשים החסרים, לבדוק ש־`TlsDomain` הוא `mail.protection.outlook.com`, שהשרת מגיע לרשימות הביטול, ושאין ביניים מארח חכם שמציג אישור משלו.',
  },
  'tls-certificate-name-not-found': {
    meaning: 'האישור שמחבר השליחה נוקב בו אינו במאגר של המחשב, או שאינו תקף.',
    notProven: 'לא נוסתה לחיצת יד; לגרסאות TLS אין חלק בכך.',
    remedy: 'לקבוע את השם החדש בעזרת `Set-SendConnector -TlsCertificateName`.',
  },
  'subject-mismatch': {
    meaning: 'Exchange Online ציפה לשם אחר באישור שהשרת שבחוץ הציג.',
    notProven: noVersion,
    remedy: 'לקבוע את `TlsCertificateName` של מחבר הקבלה לאישור שנושא את השם הצפוי; לחדש אותו אם תוקפו פג.',
  },
  'exo-certificate-validation': {
    meaning: 'Exchange Online לא קיבל את האישור של השרת שבחוץ.',
    notProven: noVersion,
    remedy: 'להציג אישור תקף, שנושא את השם הצפוי ובא עם כל השרשרת שלו.',
  },
  'peer-chain-not-valid': {
    meaning: 'על TLS הוסכם, והאישור שהצד השני הציג אינו תקף בעיני השרת הזה.',
    notProven: `${noVersion} האם הדואר נפגע תלוי במה שהמחבר דורש.`,
    remedy: 'להתקין את השורשים ואת אישורי הביניים החסרים, או שהצד השני יחדש את האישור שלו.',
  },
};
