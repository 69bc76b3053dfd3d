const PEOPLES =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各';
const SELF_RULED = new RegExp(`(?:(?:${PEOPLES})族?)*自治[区州县旗]$`);
const RANK = /(?:特别行政区|地区|林区|特区|省|市|区|县|旗|盟|州)$/;
const LEAST = 2;

/** The name without its rank: 博野县 gives 博野, 恩施土家族苗族自治州 gives 恩施; as it is where too little is left. */
export const shortPlace = (name: string): string =>
  [name.replace(SELF_RULED, ''), name.replace(/自治[区州县旗]$/, ''), name.replace(RANK, '')].find(
    (short) => short !== name && short.length >= LEAST,
  ) ?? name;
