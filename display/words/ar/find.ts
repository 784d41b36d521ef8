import type { VisitorWords } from '../visitor.ts';
import { counted, named, type Counted } from './text.ts';

const SERVICE: Counted = { one: 'خدمة واحدة', two: 'خدمتين', few: 'خدمات', many: 'خدمة', other: 'خدمة' };

export const find: VisitorWords['find'] = {
	entry: 'البحث عن خدمة',
	entryHint: 'بالاسم الإنجليزي أو الصيني أو بكتابة بينيين، مثل «passport» أو «sbk»',
	title: 'ابحث عمّا جئت من أجله',
	label: 'اسم الخدمة بالإنجليزية أو الصينية أو البينيين',
	hint: 'كلمات إنجليزية أو صينية، أو بينيين، أو الحروف الأولى، مثل: passport أو shebaoka أو sbk',
	clear: 'مسح',
	found: ({ count }) => (count === 0 ? 'لم نجد شيئًا' : `وجدنا ${counted(count, SERVICE)}`),
	seeThem: '، اضغط «تم» لعرضها',
	waiting: 'جارٍ التجهيز، يرجى الانتظار',
	unready: 'البحث لا يعمل الآن. ارجع واختر حسب الموضوع أو الجهة أو القسم، أو اضغط «طلب المساعدة».',
	nothing: 'لم نجد خدمة كهذه',
	nothingHint: 'جرّب كلمات أخرى، أو اضغط «طلب المساعدة» ليأتي موظف، أو اسأل مكتب الإرشاد.',
	nearest: 'هل تقصد:',
	by: 'طريقة البحث',
	ways: { zone: 'حسب القسم', theme: 'حسب الموضوع', department: 'حسب الجهة' },
	allItems: 'جميع الخدمات',
	chooseTheme: 'ما موضوع طلبك؟',
	chooseDepartment: 'ما الجهة؟',
	take: 'خذ الدليل',
	print: 'طباعته',
	guide: {
		title: 'دليل الخدمة',
		scan: 'امسح الرمز لقراءة الدليل على هاتفك',
		scanHint: 'بلا حساب ولا تسجيل دخول',
		printing: 'جارٍ الطباعة، يرجى الانتظار',
		printed: 'يرجى أخذ الدليل',
		unsure: 'قد لا يكون الدليل قد طُبع كاملًا: يرجى مسح الرمز',
		failed: 'لم يُطبع الدليل: يرجى مسح الرمز',
		paperOut: 'نفد ورق الطابعة: يرجى مسح الرمز',
		again: 'طباعة مرة أخرى',
		department: 'الجهة',
		phone: 'الهاتف',
		call: 'اتصل',
		place: 'المكان',
		hoursToday: 'مواعيد العمل اليوم',
		closedToday: 'مغلق اليوم',
		basis: 'السند القانوني',
		book: 'حجز موعد',
		online: 'يمكن إنجاز هذه الخدمة عبر الإنترنت أيضًا',
		note: 'تنبيه',
		at: ({ day }) => `طُبع في ${named(day)}، والعبرة بما يقوله الشباك`
	}
};
