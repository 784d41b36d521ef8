import type { VisitorWords } from '../visitor.ts';
import { ltr } from './text.ts';

export const help: VisitorWords['help'] = {
	call: 'طلب المساعدة',
	isCalled: 'تم الطلب',
	isComing: 'في الطريق',
	title: 'طلب المساعدة',
	called: 'أُبلغ مكتب الإرشاد. يرجى الانتظار هنا.',
	coming: ({ staff }) => `الموظف رقم ${ltr(staff)} في الطريق إليك. يرجى الانتظار هنا.`,
	over: { there: 'وصل الموظف.', 'called-off': 'أُلغي الطلب.' },
	failed: 'تعذر إبلاغ مكتب الإرشاد. يرجى المحاولة مرة أخرى أو التوجه إلى المكتب.',
	what: 'تحتاج إلى:',
	whats: {
		staff: 'موظف',
		volunteer: 'متطوع',
		'sign-language': 'لغة الإشارة',
		wheelchair: 'كرسي متحرك'
	},
	callOff: 'لم أعد بحاجة',
	again: 'حاول مرة أخرى',
	close: 'متابعة'
};
