import type { VisitorWords } from '../visitor.ts';
import { ltr } from './text.ts';

export const keyboard: VisitorWords['keyboard'] = {
	title: 'لوحة مفاتيح على الشاشة',
	open: 'الكتابة بلوحة المفاتيح على الشاشة',
	erase: 'حذف',
	space: 'مسافة',
	done: 'تم',
	pinyin: 'صيني',
	latin: 'لاتيني',
	figures: 'الأرقام',
	letters: 'الحروف',
	capital: 'كبير',
	order: { qwerty: 'ترتيب الحاسوب', alphabet: 'ترتيب الأبجدية' },
	orderKey: { qwerty: 'QWE', alphabet: 'ABC' },
	candidates: 'اختر كلمة',
	typed: ({ letters }) => `بينيين ${ltr(letters)}`,
	earlier: 'الكلمات السابقة',
	later: 'كلمات أخرى',
	loading: 'جارٍ تجهيز الكتابة الصينية',
	failed: 'الكتابة الصينية غير جاهزة: اكتب بالبينيين الآن'
};
