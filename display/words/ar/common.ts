import type { VisitorWords } from '../visitor.ts';
import { waitSpan } from '../wait.ts';
import { counted, ltr, MINUTE, nounFor, OF_HOURS, OF_MINUTES, OF_SECONDS, PERSON, WORKDAY } from './text.ts';

export const common: VisitorWords['common'] = {
	yes: 'نعم',
	no: 'لا',
	ok: 'موافق',
	cancel: 'إلغاء',
	back: 'رجوع',
	close: 'إغلاق',
	more: 'الصفحة التالية',
	less: 'الصفحة السابقة',
	language: 'اللغة',
	loading: 'جارٍ التحميل، لحظة من فضلك',
	stale: ({ seconds }) => `لم تُحدَّث الشاشة منذ ${counted(seconds, OF_SECONDS)}، ونحن نعيد الاتصال`,
	offline: 'انقطع الاتصال بالخادم، ويُعاد الاتصال تلقائيًا، يرجى الانتظار',
	minutes: ({ minutes }) => counted(minutes, MINUTE),
	waitRange: (wait) => {
		const { from, to, hours } = waitSpan(wait);
		return `${ltr(`${from}–${to}`)} ${nounFor(to, hours ? OF_HOURS : MINUTE)}`;
	},
	waitTold: ({ to }) => {
		const most = waitSpan({ from: 0, to });
		// Halves of an hour have no form of their own: the next whole one is as true.
		const said = most.hours ? counted(Math.ceil(most.to), OF_HOURS) : counted(to, OF_MINUTES);
		return `ثمانية من كل عشرة زوار ينتظرون أقل من ${said}`;
	},
	waitUnknown: 'لا يمكن تقديرها الآن',
	people: ({ count }) => counted(count, PERSON),
	ahead: ({ count }) => `أمامك ${counted(count, PERSON)}`,
	nobodyAhead: 'لا أحد أمامك',
	workdays: ({ days }) => (days === 0 ? 'في الحال أثناء وجودك' : counted(days, WORKDAY)),
	free: 'مجانًا',
	materialKind: { original: 'الأصل', copy: 'نسخة', form: 'استمارة', electronic: 'نسخة إلكترونية' },
	required: 'مطلوب',
	ifAny: 'إن وُجد',
	windowState: { open: 'يعمل', paused: 'متوقف مؤقتًا', 'wrap-up': 'يُنهي المعاملة', closed: 'مغلق' },
	step: {
		waiting: 'في الانتظار',
		called: 'نودي على الرقم',
		serving: 'قيد الخدمة',
		parked: 'معلّق',
		missed: 'فات الدور',
		ended: 'انتهى'
	},
	ticketState: {
		live: 'صالح',
		ended: 'اكتملت الخدمة',
		missed: 'فات الدور',
		cancelled: 'أُلغي',
		expired: 'انتهت صلاحيته',
		void: 'باطل'
	},
	park: {
		'papers-missing': 'أوراق ناقصة',
		'papers-kept': 'الأوراق محفوظة لدينا',
		'other-step': 'بانتظار خطوة أخرى'
	},
	priority: 'أولوية',
	claim: {
		none: 'عادي',
		open: 'بانتظار التأكيد',
		granted: 'بإقرار الزائر',
		confirmed: 'مؤكَّد',
		refused: 'لم يُبرز الإثبات'
	},
	window: 'الشباك',
	windowNo: ({ code }) => `الشباك ${ltr(code)}`,
	zone: 'القسم',
	queue: 'الدور',
	item: 'الخدمة',
	number: 'الرقم',
	staffNumber: 'رقم الموظف'
};
