import type { Lang } from '#display/words/index.ts';
import type { SlipMaterial } from '#printer/slips/ticket.ts';

/** What stands in the facts of a sample, in one language. Long ones are as long as the catalogues of real halls have. */
export interface SampleWords {
	item: string;
	longItem: string;
	place: string;
	windows: string;
	window: string;
	priority: string;
	complaint: string;
	basis: string;
	where: string;
	free: string;
	address: string;
	way: string;
	answer: string;
	longAnswer: string;
	/** six of them */
	materials: readonly SlipMaterial[];
	at: string;
	code: string;
}

const AT = '2026-08-18 09:30';
const CODE = '7KQ4 M2XP';

const paper = (name: string, kind: string, copies: number, required = true): SlipMaterial => ({
	...{ name, kind, copies, required }
});

const zh: SampleWords = {
	item: '社会保障卡申领',
	// Names of places and people have characters that few fonts have.
	longItem: '企业职工基本养老保险关系转移接续（跨省）及档案核查（㛃塘街道、䶮城镇、𠮷安里社区）',
	place: '一层东侧 社保医保分厅',
	windows: '13、14、15、16、17、18',
	window: '3号窗口',
	priority: '现役军人、退役军人和其他优抚对象',
	complaint: '投诉',
	basis: '《社会保险关系转移暂行办法》第八条',
	where: '可在一层导询台旁自助打印',
	free: '免费',
	address: '海棠路9号 税务局办税服务厅',
	way: '乘3路到税务局站\n出站右转200米',
	answer: '可以代办。请带委托书和双方身份证原件。',
	longAnswer:
		'可以代办。请受托人带委托书、双方身份证原件和户口本，在工作日到一层东侧3号窗口。\n转移接续一般需要十五个工作日；办好后有短信通知，也可以在自助机上查询。',
	materials: [
		paper('居民身份证', '原件', 1),
		paper('授权委托书（由他人代办时）', '原件', 1, false),
		paper('基本养老保险参保缴费凭证', '原件', 1),
		paper('劳动合同或者离职证明', '复印件', 2),
		paper('一寸免冠白底彩色证件照片（六个月以内）', '原件', 2),
		paper('个体工商户营业执照副本', '复印件', 1, false)
	],
	at: AT,
	code: CODE
};

const en: SampleWords = {
	item: 'Application for a social security card',
	longItem: 'Transfer of a basic pension insurance of employees from another province, with verification of files',
	place: 'Ground floor east, Social and medical insurance',
	windows: '13, 14, 15, 16, 17, 18',
	window: 'Window 3',
	priority: 'Members of the armed forces, veterans and their families',
	complaint: 'Complaint',
	basis: 'Interim Measures on the Transfer of Social Insurance, article 8',
	where: 'You can print it yourself beside the guide desk on the ground floor',
	free: 'Free of charge',
	address: '9 Haitang Road, tax service hall',
	way: 'Bus 3 to Tax Office\nThen 200 m to the right',
	answer: 'Somebody else may apply for you. Please bring a power of attorney and both identity cards.',
	longAnswer:
		'Somebody else may apply for you. Please let them bring a power of attorney, both identity cards and the household register to window 3 on a working day.\nA transfer usually takes fifteen working days; you get a text message, and any kiosk shows how far it is.',
	materials: [
		paper('Identity card', 'original', 1),
		paper('Power of attorney, when somebody else applies', 'original', 1, false),
		paper('Certificate of pension insurance contributions', 'original', 1),
		paper('Employment contract or certificate of leaving', 'copy', 2),
		paper('Photograph on white ground, not older than six months', 'original', 2),
		paper('Business licence of the self-employed', 'copy', 1, false)
	],
	at: AT,
	code: CODE
};

/** The words of samples: paper is in Chinese or English. */
export function sampleWords(lang: Lang): SampleWords {
	return lang === 'zh-CN' ? zh : en;
}
