import type { SituationFacts } from './phrase.ts';

/** What comes in between, and who is asked for. */
export const AROUND = {
	'system-down': {
		name: { zh: '系统故障', en: 'System down' },
		pinyin: 'xi tong gu zhang',
		clause: 'N3 a1.2.12',
		phrases: [
			{
				zh: '很抱歉，系统现在较慢。请您留下联系方式，恢复后第一时间通知您；也可以为您预约时间。',
				en: 'I am sorry, the system is slow just now. May we have your contact? You will be the first to know; or we make an appointment.'
			},
			{
				zh: '很抱歉，系统还没有恢复。您的材料可以先放在这里，恢复后马上办，再通知您。',
				en: 'I am sorry, the system is not back yet. You may leave your papers here; we do it at once and tell you.',
				when: { waited: true }
			}
		]
	},
	'two-at-once': {
		name: { zh: '同时来人来电', en: 'Two at once' },
		pinyin: 'tong shi lai ren lai dian',
		clause: 'N4 2.2',
		phrases: [
			{
				zh: '对不起，我先接一个电话，请您稍等，马上回来。',
				en: 'I am sorry, I have to take a call. Please wait a moment, I will be right back.'
			},
			{
				zh: '对不起，让您久等了，我们接着办。',
				en: 'I am sorry that you had to wait; let us go on.',
				when: { waited: true }
			},
			{
				zh: '对不起，窗口正有来宾，请您留下电话，十分钟内我打给您。',
				en: 'I am sorry, I am with a visitor. May I have your number? I will call you within ten minutes.',
				when: { medium: 'telephone' }
			}
		]
	},
	recorded: {
		name: { zh: '告知录音', en: 'Recorded' },
		pinyin: 'gao zhi lu yin',
		clause: 'N3 a1.1',
		phrases: [
			{ zh: '为了提高服务质量，本次通话会录音。', en: 'This call is recorded so that we can serve you better.' },
			{
				zh: '为了保护您的权益，窗口有录音录像，请您放心。',
				en: 'For your protection, sound and picture are recorded at this window.',
				when: { medium: 'window' }
			}
		]
	},
	callback: {
		name: { zh: '回电话', en: 'Calling back' },
		pinyin: 'hui dian hua',
		clause: 'N2 a1.1, N3 a1.1',
		phrases: [
			{
				zh: '您好，这里是{hall}，工号 {staff}。请问是刚才来电咨询的来宾吗？现在方便说话吗？',
				en: 'Good day, this is {hall}, staff number {staff}. Are you the person who called us? Does it suit you now?'
			},
			{
				zh: '您好，这里是{hall}，工号 {staff}，就您反映的事给您答复，现在方便听吗？',
				en: 'Good day, this is {hall}, staff number {staff}, about what you reported to us. Does it suit you now?',
				when: { complaint: true }
			}
		]
	},
	'name-asked': {
		name: { zh: '询问姓名工号', en: 'Name asked' },
		pinyin: 'xun wen xing ming gong hao',
		clause: 'N2 a1.2, N3 a1.2.17',
		phrases: [
			{ zh: '我的工号是 {staff}，欢迎您批评指正。', en: 'My staff number is {staff}. Your criticism is welcome.' },
			{
				zh: '我的工号是 {staff}，您可以在评价时写上，也可以告诉导询台。',
				en: 'My staff number is {staff}; you may give it with your rating or at the guide desk.',
				when: { complaint: true }
			}
		]
	},
	'certain-clerk': {
		name: { zh: '找某位同事', en: 'Asks for a certain clerk' },
		pinyin: 'zhao mou wei tong shi',
		clause: 'N3 a1.2.19, N4 2.2',
		phrases: [
			{ zh: '这位同事正在忙，请问我可以帮您吗？', en: 'This colleague is busy just now; may I help you?' },
			{
				zh: '这位同事暂时不在，您的业务我可以办理；私人联系方式我们不便提供，请您谅解。',
				en: 'This colleague is away; I can see to your matter. Private contacts we do not give, please understand.',
				when: { medium: 'telephone' }
			}
		]
	},
	media: {
		name: { zh: '媒体采访', en: 'Journalist' },
		pinyin: 'mei ti cai fang',
		clause: 'N2, N3 a1.2.23',
		phrases: [
			{
				zh: '感谢您的关注，采访由宣传部门负责，我为您联系，请稍等。',
				en: 'Thank you for your interest. Our press office is in charge; let me put you in touch.'
			},
			{
				zh: '感谢您的关注，采访由宣传部门负责，请您留下电话，我转给他们。',
				en: 'Thank you for your interest. Our press office is in charge; may I have your number for them?',
				when: { medium: 'telephone' }
			}
		]
	},
	supervisor: {
		name: { zh: '主任接手', en: 'Supervisor takes over' },
		pinyin: 'zhu ren jie shou',
		clause: 'N3 a1.2.8',
		phrases: [
			{
				zh: '您好，我是值班主任，工号 {staff}。您的情况我已经了解，下面由我为您处理。',
				en: 'Good day, I am the supervisor on duty, staff number {staff}. I know what it is about and go on from here.'
			},
			{
				zh: '您好，我是值班主任，工号 {staff}，电话由我接着为您处理。',
				en: 'Good day, I am the supervisor on duty, staff number {staff}; I take over this call.',
				when: { medium: 'telephone' }
			}
		]
	}
} satisfies Record<string, SituationFacts>;
