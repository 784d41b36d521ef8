/** Words of the page on which visitors tell the hall something. */
import type { SayKind } from '#server/views.ts';

interface SayWords {
	name: string;
	what: string;
	label: string;
	/** what is often said, for who cannot type */
	phrases: string[];
}

const kinds: Record<SayKind, SayWords> = {
	complaint: {
		name: '投诉',
		what: '对服务不满意，请我们查清并答复',
		label: '请写下发生了什么，在哪个窗口、什么时候',
		phrases: ['等候时间太长', '态度不好', '材料没有一次说清', '被推来推去', '没有按公布的时间办理', '乱收费']
	},
	unsolved: {
		name: '办不成事',
		what: '事情没有办成，请我们帮助解决',
		label: '请写下要办什么事，卡在哪里',
		phrases: ['材料齐全但不受理', '系统故障办不了', '部门之间互相推', '来了多次没有办成', '不知道该找谁']
	},
	question: {
		name: '咨询',
		what: '想问一件事，请知道的部门答复',
		label: '请写下您想问的问题',
		phrases: ['需要什么材料', '在哪里办理', '多少天办好', '收费多少', '能不能网上办']
	},
	message: {
		name: '留言建议',
		what: '给大厅留言或提建议',
		label: '请写下您的留言',
		phrases: ['建议增加窗口', '建议延长开放时间', '指引不清楚', '座位不够', '环境卫生需要改进']
	},
	praise: {
		name: '表扬',
		what: '有人做得好，想让大家知道',
		label: '请写下谁做得好、好在哪里',
		phrases: ['服务热情', '办得很快', '讲得清楚', '帮了大忙']
	}
};

export const say = {
	title: '投诉、咨询与表扬',
	lead: '任何时候都可以提出，大厅关门时也一样受理。',
	choose: '您想说什么？',
	other: '换一种',
	kinds,
	write: '请用自己的话写，也可以点选下面的短句',
	phrases: '常用短句',
	onPhone: '用手机写',
	onPhoneHint: '扫码后在自己的手机上写，内容只有您看得到',
	orDesk: ({ desk }: { desk: string }): string => `也可以到${desk}口述，由工作人员代写。`,
	ticket: '排队号（可不填）',
	ticketHint: '填了便于查清当时的情况，例如 A001',
	about: ({ number }: { number: string }): string => `关于您的号码 ${number}`,
	touch: '点选输入',
	contact: '怎样得到答复',
	contacts: { page: '凭查询码自己查看', call: '打电话告诉我' },
	person: '称呼和电话（可不填）',
	anonymous: '不留姓名和电话也一样受理。',
	kept: ({ hall, after, most }: { hall: string; after: number; most: number }): string =>
		`由${hall}保存，只用于就此事与您联系；加密保存，办结后 ${after} 天删除，最长不超过 ${most} 天。`,
	name: '称呼',
	phone: '电话',
	erase: '删除',
	before: '上一步',
	onward: '下一步',
	send: '提交',
	lost: '网络不通，没有提交成功，请再按一次',
	link: '投诉、咨询、表扬',
	follow: '已有查询码？查询进度'
};
