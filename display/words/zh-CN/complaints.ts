/** Words of complaints: the page, the desk sheet, the listening script. */
export const complaints = {
	title: '投诉与办不成事',
	short: '投诉',
	kinds: { complaint: '投诉', unsolved: '办不成事', petition: '信访事项' },
	lists: { open: '在办', mine: '我负责', overdue: '已超期', closed: '已办结', all: '全部' },
	classes: {
		conduct: '服务态度',
		'wrong-information': '告知有误',
		slowness: '办理缓慢',
		rules: '规定不合理',
		misunderstanding: '误解',
		facility: '设施环境',
		accessibility: '无障碍环境',
		'second-notice': '多次告知',
		media: '媒体关注',
		other: '其他'
	},
	against: { staff: '工作人员', hall: '大厅', department: '部门' },
	routes: { hall: '大厅负责人', department: '效能监督' },
	origins: { desk: '导询台', window: '窗口', telephone: '电话', kiosk: '自助终端', page: '网页' } as Record<
		string,
		string
	>,
	causes: {
		papers: '材料难以提供',
		'rules-unclear': '规定不明确',
		'rules-differ': '规定之间不一致',
		'between-offices': '部门之间衔接不畅',
		system: '系统问题',
		history: '历史遗留问题',
		'not-told': '未讲清楚、知识库缺失',
		other: '其他'
	},
	because: { ticket: '同一排队号', phone: '同一电话', staff: '同一工号、内容相近', department: '同一部门、内容相近' },
	filter: '筛选',
	allClasses: '全部分类',
	allRoutes: '全部责任方',
	allKinds: '全部种类',
	none: '没有符合条件的件',
	more: '更早的',
	first: '回到最新',
	choose: '从左边选择一件，回车打开',
	class: '分类',
	about: '对象',
	servedBy: '涉及工号',
	route: '责任方',
	origin: '来源',
	takenBy: ({ who }: { who: string }): string => `记录 ${who}`,
	cause: '原因',
	negative: '此前的否定答复',
	from: '由投诉转来',
	became: '已转为信访事项',
	sort: '重新分类',
	sortHint: '分类决定由谁办理；责任方变了，会移交给新的责任人，待其接收',
	setCause: '登记原因',
	toPetition: '转为信访事项',
	petitionHint: '将另立信访事项，按《信访工作条例》的期限办理；本件以此办结。以下文字来宾会看到。',
	export: '导出案卷',
	exported: ({ hash }: { hash: string }): string => `案卷已导出，摘要 ${hash}`,
	// 倾听的步骤，逐阶段提示
	scriptTitle: '怎么说',
	script: {
		taken: [
			'先听完，不打断、不争辩；眼睛看着来宾，边听边记。',
			'为给来宾带来的不便表示歉意，感谢来宾提出来。',
			'用自己的话复述一遍，问是否是这个意思。',
			'问清时间、地点、人和事；姓名、电话自愿留。',
			'能当场改的当场改；是我们的错，就直接道歉。',
			'告诉来宾谁来办、何时答复、怎样查询，并把小票交到手上。'
		],
		looking: [
			'看固定下来的证据：叫号、办理、三声、告知、台账。',
			'分别听当事人和在场同事说，只问事实。',
			'不让被投诉的人参与；与自己有关的，回避。'
		],
		complex: ['到期前告诉来宾：查到哪一步、还要多久、为什么。'],
		'calling-back': [
			'先问现在说话是否方便，再报大厅名称和工号。',
			'说清查到了什么、改了什么；不属实的，说明依据，不责怪。',
			'问是否满意；不满意就记下原因，重新办理。',
			'感谢来宾的监督。'
		],
		told: ['来宾凭查询码看到答复；来电来访时，按编号接着说，不让来宾重讲一遍。'],
		reopened: [
			'换一个角度听：上次答复哪里没有解决。',
			'不重复原来的答复；需要时请上一级一起听。',
			'仍不满意的，由另一位负责人作最终答复，并告知其他途径。'
		],
		registered: [
			'首问负责：先接下来，不让来宾再跑。',
			'当场登记责任人和办结日期；责任不清的，由中心指定。',
			'当天给第一次反馈：已到谁手里、下一步是什么。'
		],
		working: ['到期前一天还没有结果的，主动告诉来宾原因和新的日期。'],
		joint: ['召集有关部门一起商量，写明谁做什么、何时完成。']
	} as Record<string, string[]>,
	// 不受理时告知的正确途径，办理人可以补充
	ways: {
		'outside-court':
			'该事项已进入或应当通过诉讼、仲裁途径解决，请向有管辖权的人民法院或仲裁机构提出；可拨打12348咨询法律援助。',
		'outside-petition':
			'该事项属于信访事项，请通过国家信访局网上信访平台、本级信访部门接待场所或书信提出，我们也可以现在为您登记转送。',
		'outside-dispute': '该事项属于民事纠纷，可以协商、申请人民调解，或向人民法院起诉；可拨打12348咨询。',
		'outside-decided': '该事项已有终局决定。对决定不服的，请按决定书载明的途径和期限提出。',
		'outside-secret': '该事项涉及不予公开的信息，请向作出决定的机关书面咨询。',
		'outside-elsewhere': '该事项由其他机关办理，请向下列机关提出（机关、地址、电话）：'
	} as Record<string, string>,
	sheet: {
		title: '投诉登记',
		kind: '种类',
		text: '来宾的原话',
		urgent: '紧急，立即处理',
		number: '排队号（没有可不填）',
		notFound: '今天没有这个号',
		about: '针对谁',
		staff: '工号（知道的话）',
		department: '部门',
		window: '窗口',
		unknown: '不清楚',
		name: '姓名（自愿）',
		phone: '电话（自愿）',
		contact: '怎样答复',
		contacts: { page: '凭查询码自己看', call: '打电话', none: '不用答复' },
		private: '姓名和电话加密保存，只用于答复本件，办结后按期删除；不留也照常办理。',
		resultDay: '办结日期',
		today: '今天',
		tell: {
			complaint: ({ first, answer }: { first: string; answer: string }): string =>
				`请告诉来宾：${first} 前首次答复，${answer} 前办结；凭小票上的查询码，可在网页、导询台或电话查询。`,
			unsolved: ({ first, answer }: { first: string; answer: string }): string =>
				`请告诉来宾：${first} 反馈，${answer} 前有结果；凭小票上的查询码，可在网页、导询台或电话查询。`,
			petition: ({ first }: { first: string; answer: string }): string =>
				`请告诉来宾：${first} 前书面告知是否受理；凭小票上的查询码，可在网页、导询台或电话查询。`
		},
		urgentTell: '紧急件：半小时内开始核查。',
		told: '以上已告诉来宾',
		same: '可能说过',
		sameHint: '同一件事请并入已有的件，不重复办理；另一位来宾另得查询码',
		link: '并入这件',
		linked: ({ number }: { number: string }): string => `并入 ${number}`,
		unlink: '另立一件',
		take: '登记并打印',
		done: ({ number, code }: { number: string; code: string }): string =>
			`已登记 ${number}，查询码 ${code}，小票已打印`,
		again: '再登记一件'
	},
	digest: {
		title: '投诉汇总',
		week: '按周',
		month: '按月',
		earlier: '上一期',
		later: '下一期',
		print: '打印',
		list: '返回列表',
		note: '不含个人信息，供管理会议使用。'
	},
	keyNames: { list: '选择列表', filter: '筛选分类、责任方、种类', digest: '汇总', more: '更早的', script: '怎么说' },
	detailKeys: { sort: '重新分类', petition: '转为信访事项', export: '导出案卷' }
};
