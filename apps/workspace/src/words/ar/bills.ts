import type { Words } from '../en';
import { daysUntil } from '../time';
import type { Arabic } from './plural';

export function bills({ count, shortCalendar, number }: Arabic): Words['bills'] {
  const days = (some: number) =>
    count(some, {
      zero: '# يوم',
      one: 'يوم واحد',
      two: 'يومين',
      few: '# أيام',
      many: '# يومًا',
      other: '# يوم',
    });
  return {
    standing({ status, dueOn, paidOn }, now) {
      if (status === 'paid') return paidOn ? `دُفعت ${shortCalendar(paidOn)}` : 'مدفوعة';
      const left = daysUntil(dueOn, now);
      if (left < 0) return `متأخرة ${days(-left)}`;
      return left === 0 ? 'مفتوحة، تستحق اليوم' : `مفتوحة، تستحق بعد ${days(left)}`;
    },
    ways: 'طرق الدفع',
    cheapest: 'الأرخص',
    fee: (amount) => (amount === null ? 'بلا رسوم' : `رسوم ${amount}`),
    balance: 'المستحق',
    nothingOpen: 'لا شيء مستحق',
    caption: 'الفواتير، الأحدث أولًا',
    bill: 'الفاتورة',
    due: 'الاستحقاق',
    amount: 'المبلغ',
    all: (some) => `اعرض كل الفواتير (${number(some)})`,
    contractEnds: (date) => `ينتهي العقد في ${date}`,
  };
}
