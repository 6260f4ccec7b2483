// Hebrew words of mail that waited too long.
import type { waitingErrors as english } from '../../en/errors/waiting.ts';
import type { Translated } from '../../locale.ts';

const readOther = 'זה אינו אומר מדוע. השגיאה של הניסיון האחרון אומרת: השורה האחרת בדוח, או התור.';
const follow = 'לקרוא את השגיאה של הניסיון האחרון וללכת לפיה.';

export const waitingErrors: Translated<typeof english> = {
  'message-expired': {
    meaning: 'הדואר נשאר בתור עד שתם זמנו (יומיים, אם לא שונה) וחזר.',
    notProven: readOther,
    remedy: follow,
  },
  'message-delayed': {
    meaning: 'הדואר עדיין בתור וינוסה שוב.',
    notProven: readOther,
    remedy: follow,
  },
};
