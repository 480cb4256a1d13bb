/** Hebrew: written from right to left. */
export default {
  language: 'he-IL',
  weight: 4,
  given: {
    female: 'תמר=tamar, נועה=noa, שירה=shira, מיכל=michal, יעל=yael, רחל=rachel, אביגיל=avigail, רות=ruth, הדס=hadas',
    male: 'דוד=david, יוסף=yosef, נועם=noam, איתי=itai, משה=moshe, אורי=uri, יונתן=yonatan, אברהם=avraham, עידו=ido',
  },
  family: `כהן=cohen, לוי=levi, מזרחי=mizrahi, פרץ=peretz, ביטון=biton, אברהם=avraham, פרידמן=friedman,
    שפירא=shapira, בן דוד=bendavid, אוחיון=ohayon, רוזנברג=rozenberg, גבאי=gabay`,
  places: { 'Asia/Jerusalem': 'ירושלים, תל אביב, חיפה, באר שבע, אשדוד, נתניה' },
  phones: '+97252#######, +97254#######, +97250#######',
};
