import type { Words } from '../en';

export const duty = (): Words['duty'] => ({
  on: 'متاح',
  off: 'غير متاح',
  wish: 'متاح لمحادثات جديدة',
  notChanged: (why) => `لم يتغيّر. ${why}`,
  nobody: 'لا أحد متاح. يُخبَر العملاء بذلك ويمكنهم ترك رسالة.',
  here: 'أنا هنا',
});
