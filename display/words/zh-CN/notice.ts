/** Words of what is told in writing: on paper and on the page of its code. */
export const notice = {
	title: { missing: '一次性告知单', refusal: '不予办理告知单', negative: '答复告知单' },
	item: '事项',
	number: '号码',
	windowStaff: ({ window, staff }: { window: string; staff: string }): string => `${window}，工号 ${staff}`,
	at: '告知时间',
	lead: {
		missing: '您还需补齐以下材料。已一次性全部告知，补齐后即可受理。',
		refusal: '您申请的事项不能办理，理由和依据如下。',
		negative: '您提出的事项在本窗口不能办理，原因和去处如下。'
	},
	second: '本单代替此前的告知单。',
	paper: ({ kind, copies }: { kind: string; copies: number }): string => `${kind} ${copies} 份`,
	where: ({ where }: { where: string }): string => `何处取得：${where}`,
	sample: ({ sample }: { sample: string }): string => `样表：${sample}`,
	basis: ({ basis }: { basis: string }): string => `依据：${basis}`,
	came: '已收到',
	stillMissing: '仍缺',
	due: ({ day }: { day: string }): string => `请在 ${day} 前补齐`,
	dueLabel: '补齐期限',
	overdue: '期限已过。仍可以凭此单返回办理，请先取号。',
	comeBack: '怎样返回',
	comeBackHow: '带齐材料，在取号机上扫码或输入告知码，即可取号继续办理；也可以到导询台。',
	sameDay: '当天返回，仍按第一次取号的时间排队。',
	laterDay: ({ minutes }: { minutes: number }): string => `以后几天返回，第一次取号可以提前 ${minutes} 分钟排队。`,
	code: '告知码',
	scan: '扫码看清单，也可以在手机上取返回号',
	appeal: '如有异议',
	unsolved: ({ windows }: { windows: string }): string =>
		`也可以到“办不成事”反映窗口（${windows}）反映，由专人协调。`,
	way: {
		unsolved: ({ place }: { place: string }): string => `请到“办不成事”反映窗口（${place}），号码不变。`,
		window: ({ place }: { place: string }): string => `请到 ${place} 办理，号码不变。`,
		office: ({ place }: { place: string }): string => `请到：${place}`
	},
	law: '依据《中华人民共和国行政许可法》第三十二条：当场或者五日内一次告知需要补正的全部内容，逾期不告知的，自收到申请材料之日起即为受理。',
	reprint: '补打',
	take: '取返回号',
	taking: '正在取号',
	taken: ({ number }: { number: string }): string => `您的返回号是 ${number}`,
	follow: '查看排队进度',
	complete: '材料已经补齐，请等候窗口办理结果。',
	over: '此事项已经办结。',
	takenBack: '此告知单已由窗口撤回，请以窗口当面告知为准。',
	closedNow: '现在不能取号。',
	keep: '此页不显示您的个人信息。请保存告知码，不要转给他人。'
};
