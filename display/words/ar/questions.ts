import type { VisitorWords } from '../visitor.ts';
import { ltr } from './text.ts';

export const questions: VisitorWords['questions'] = {
	referral: {
		title: 'بطاقة إرشاد',
		about: 'الموضوع',
		fields: {
			place: 'المكان',
			who: 'من تسأل',
			phone: 'الهاتف',
			hours: 'الأوقات',
			way: 'كيف تصل',
			bring: 'ما تحضره',
			more: 'ملاحظة'
		},
		page: 'يرجى التوجه حسب المعلومات التالية',
		byStaff: ({ staff, at }) => `الموظف رقم ${ltr(staff)} · ${ltr(at)}`,
		callIt: 'اتصل'
	},
	faq: {
		title: 'الأسئلة الشائعة',
		search: 'البحث في الأسئلة',
		find: 'بحث',
		all: 'جميع الأسئلة',
		nothing: 'لم نجد شيئًا. جرّب صياغة أخرى، أو اترك لنا سؤالك لنجيبك.',
		empty: 'لا توجد أسئلة منشورة بعد.',
		ask: 'لم تجد الإجابة؟ اطرح سؤالًا',
		updated: ({ day }) => `حُدّث في ${ltr(day)}`
	}
};
