import type { VisitorWords } from '../visitor.ts';
import { counted, ltr, named, OF_WORKDAYS } from './text.ts';

export const matters: VisitorWords['matters'] = {
	begun: 'قبل الشباك طلبك؛ تجد أدناه ما تم فيه',
	title: 'طلبك',
	number: 'رقم القبول',
	state: 'الحالة',
	states: {
		working: 'قيد الإنجاز',
		extending: 'قيد الإنجاز',
		granted: 'أُنجز',
		denied: 'رُفض',
		withdrawn: 'سُحب'
	},
	acceptedDay: 'تاريخ القبول',
	promisedDay: 'موعد الإنجاز الموعود',
	dueDay: 'موعد الإنجاز بعد التمديد',
	extended: ({ days }) => `مُدّد بالموافقة ${counted(days, OF_WORKDAYS)}`,
	deemed: 'عُدّ مقبولًا بحكم القانون',
	overdue: 'مضى الموعد الموعود، والمشرف على علم بذلك',
	told: 'أُبلغت بالنتيجة',
	owner: 'رقم الموظف المسؤول',
	texts: {
		grant: 'النتيجة',
		deny: 'أسباب الرفض وسنده القانوني',
		'ask-extension': 'سبب طلب التمديد',
		'explain-delay': 'سبب التأخر'
	},
	delivery: 'إرسال النتيجة إلى عنوانك مجانًا',
	deliveryStates: {
		asked: 'سُجّل الإرسال؛ تُرسل عند جاهزيتها',
		sent: 'أُرسلت',
		delivered: 'وصلت',
		returned: 'أُعيدت؛ يرجى مراجعة الشباك',
		cancelled: 'أُلغي الإرسال'
	},
	waybill: ({ carrier, waybill }) => `${named(carrier)}، رقم الشحنة ${ltr(waybill)}`
};
