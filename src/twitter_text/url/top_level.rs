//! Top-level domains, by which X recognises domains.
//! `tests/conformance/tables.rs` writes the lists.

use crate::twitter_text::word_list::beginning_with;
use crate::unicode::{lower_case, same_letter};

/// Returns the length of the top-level domain at the start of `text`, in any
/// letter case: one that twitter-text 3.1.0 lists, or a Punycode label.
///
/// An ASCII letter or digit, `@`, `+` or `-` after a listed one means that it
/// is only the beginning of something else.
pub fn at_start_of(text: &str) -> Option<usize> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let latin = text.get(..letters).filter(|label| is_latin(label) && ends(text, letters));
    latin.map(str::len).or_else(|| other(text)).or_else(|| punycode(text))
}

/// Whether a listed top-level domain can end after `len` bytes of `text`.
fn ends(text: &str, len: usize) -> bool {
    let after = text.get(len..).unwrap_or_default();
    !after.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '@' | '+' | '-'))
}

/// Whether `label` is one of [`LATIN`].
fn is_latin(label: &str) -> bool {
    // The endings of the entries that begin with the letters so far. An entry
    // that ends here has an empty ending or a number.
    let mut endings = LATIN;
    for (shared, letter) in (0..).zip(label.chars()) {
        let Some(number) = char::from_digit(shared, 36) else { return false };
        let mut parts = endings.split(number.to_ascii_uppercase());
        match parts.find_map(|part| part.strip_prefix(letter.to_ascii_lowercase())) {
            Some(found) => endings = found,
            None => return false,
        }
    }
    !label.is_empty() && !endings.starts_with(|c: char| c.is_ascii_lowercase())
}

fn other(text: &str) -> Option<usize> {
    let first = text.chars().next().map(lower_case)?;
    beginning_with(OTHER, first).find_map(|known| {
        let mut rest = text.chars();
        let same = known.chars().all(|c| rest.next().is_some_and(|found| same_letter(found, c)));
        let len = text.len() - rest.as_str().len();
        (same && ends(text, len)).then_some(len)
    })
}

fn punycode(text: &str) -> Option<usize> {
    let (prefix, label) = text.split_at_checked(4)?;
    let len = label.bytes().take_while(|&b| b == b'-' || b.is_ascii_alphanumeric()).count();
    (prefix.eq_ignore_ascii_case("xn--") && len > 0).then_some(4 + len)
}

/// Top-level domains in Latin letters, in alphabetical order. Each begins with
/// the number (in base 36) of letters shared with the previous one: `0aaa2rp`
/// is `aaa`, `aarp`. Compressed, that is three quarters of the plain list.
const LATIN: &str = "\
    0aaa2rp1barth2b3ott3vie2c2le2ogado2udhabi1c2ademy2centure3ountantAs2o2tive3or1d2ac2s2ult1e2g\
    2ro2tna1f2amilycompany2l2rica1g2akhan2ency1i2g3o2rbus3force3tel1kdn1l2faromeo2ibaba3pay2lfin\
    anz3state3y2sace3tom1m2ericanexpress8family3x2fam2ica2sterdam1n2alytics2droid2quan2z1o2l1par\
    tments2p3le1q2uarelle1r2ab3mco2chi2my2pa2t3e1s2da2ia2sociates1t2hleta2torney1u2ction2di4ble4\
    o2spost2thor3o4s1vianca1w2s1x2a1z2ure0ba2by2idu2namex4narepublic3d3k2r3celona4laycard7s3efoo\
    t3gains2seball3ketball2uhaus2yern1b2c2t2va1cg2n1d1e2ats3uty2er2ntley2rlin2st4buy2t1f1g1h2art\
    i1i2ble2d2ke2ng4o2o2z1j1l2ack5friday3nco2ockbuster3g3omberg2ue1m2s2w1n2l2pparibas1o2ats2ehri\
    nger2fa2m2nd2o3k4ing3ts2sch3tik4on2t2utique2x1q1r2adesco2idgestone2oadway3ker3ther2ussels1s1\
    t1udapest2gatti2ild5ers2siness2y2zz1v1w1y1z2h0ca2b2fe2l3l3vinklein2m3era3p2ncerresearch3on2p\
    etown3ital7one2r3avan3ds3e4er6s3s3tier2sa3e4ih3h3ino2t3ering3holic1ba2n2re2s1c1d1eb2nter2o2r\
    n1f2a2d1g1h2anel4nel3rity3se3t2eap2intai2loe2ristmas3ome3ysler2urch1i2priani2rcle2sco2tadel3\
    i4c3y4eats1k1l2aims2eaning2ick3nic5que2othing3ud2ub4med1m1n1o2ach2des2ffee2llege3ogne2m3cast\
    3mbank4unity3pany5re4uter3sec2ndos3struction4ulting3tact4ractors2oking7channel3l3p2rsica2unt\
    ry3pon6s3rses1pa1r2edit6card6union2icket2own2s2uise6s1sc1u2isinella1v1w1x1y2mru2ou1z0dabur2d\
    2nce2ta3e3ing3sun2y1clk1ds1e2al4er4s2gree2livery3l3oitte3ta2mocrat2ntal4ist2si4gn2v1hl1iamon\
    ds2et2gital2rect6ory2scount5ver3h2y1j1k1m1np1o2cs3tor2dge2g2ha2mains2osan2t2wnload1rive1tv1u\
    bai2ck2nlop3s2pont2rban1vag2r1z0earth2t1c2o1deka2u3cation1e1g1h1mail2erck1nergy2gineer8ing2t\
    erprises1post2son1quipment1r2icsson2ni1s2q2tate2urance1t2isalat1u2rovision2s1vents3rbank1xch\
    ange2pert3osed3ress2traspace0fage2il3rwinds3th2mily2n3s2rm4ers2shion3t1edex2edback2rrari4ero\
    1i2at2delity3o2lm2nal4nce6ial2re4stone3mdale2sh4ing2t3ness1j1k1lickr3ghts3r2orist3wers2smidt\
    h2y1m1o2o3d4network3tball2rd3ex3sale3um2undation2x1r2ee3senius2l2ogans3ntdoor5ier1tr1ujitsu4\
    xerox2n3d2rniture2tbol1yi0ga2l3lery4o4up2me4s2p2rden2y1b2iz1d2n1e2a2nt4ing2orge1f1g2ee1h1i2f\
    t4s2ves3ing1l2ade3ss2e2obal4o1m2ail2bh2o2x1n1odaddy2ld4point3f2o3dhands4year3g4le2p2t2v1p1q1\
    r2ainger3phics3tis2een2ipe2ocery3up1s1t1u2ardian2cci2ge2ide3tars2ru1w1y0hair2mburg2ngout2us1\
    bo1dfc4bank1ealth6care2lp3sinki2re3mes1gtv1iphop2samitsu2tachi2v1k2t1m1n1ockey2ldings3iday2m\
    edepot4goods4s5ense2nda3eywell2rse2spital3t4ing2t3eles5s3mail2use2w1r1sbc1t2c1u2ghes1yatt2un\
    dai0ibm1cbc2e2u1d1e2ee1fm1inet1kano1l1m2amat2db2mo4bilien1n2c2dustries2finiti3o2g2k2stitute3\
    urance5e2t3el4rnational3uit2vestments1o1piranga1q1r2ish1s2elect2maili2t3anbul1t2au2v1veco1wc\
    0jaguar2va1cb2p1e2ep2tzt2welry1io1lc2l1m2p1nj1o2bs3urg2t2y1p2morgan2rs1uegos2niper0kaufen1dd\
    i1e2rryhotels5logistics5properties1fh1g1h1i2a2m2nder4le2tchen2wi1m1n1oeln2matsu2sher1p2mg2n1\
    r2d2ed1uokgroup1w1y2oto1z0la2caixa2dbrokes2mborghini3er2ncaster4ia4ome3d4rover3xess2salle2t3\
    ino3robe2w3yer1b1c1ds1ease2clerc2frak2gal3o2xus1gbt1i2aison2dl2fe4insurance4style2ghting2ke2\
    lly2mited3o2ncoln3de3k2psy2ve3ing2xil1k1lc2p1oan4s2cker3us2ft2l2ndon2tte4o2ve1pl3financial1r\
    1s1t2d3a1u2ndbeck2pin2xe3ury1v1y0ma2cys2drid2if3son2keup2n3agement3go2p2rket6ing6s3riott3sha\
    lls2serati2ttel1ba1c2d3onalds2kinsey1d1e2d3ia2et2lbourne2me3orial2n3u2o2rckmsd2tlife1f1g1h1i\
    ami2crosoft2l2ni3t2t3subishi1k1l2b2s1m2a1n1o2bi4le5y2da2e2i2m2nash3ey3ster3tblanc2par2rmon3t\
    gage2scow2to4rcycles2v3ie4star1p1q1r1s2d1t2n2pc2r1u2seum2tual4elle1v1w1x1y1z0na2b2dex2goya2m\
    e2tionwide3ura2vy1ba1c1e2c2t3bank3flix3work2ustar2w3holland3s2xt4direct3us1f2l1g2o1hk1i2co2k\
    e3on2nja2ssan5y1l1o2kia2rthwesternmutual4on2w3ruz3tv1p1r2a2w1tt1u1yc1z0obi2server1ff3ice1kin\
    awa1layan6group2dnavy2lo1m2ega1ne2g2ion2l3ine2yourside1oo1pen1racle3nge2g3anic2ientexpress3g\
    ins1saka1tsuka2t1vh0pa2ge2mperedchef2nasonic3erai2ris3s3tners4s4y2ssagens2y1ccw1e2t1f2izer1g\
    1h2armacy2d2ilips2one3to5graphy5s2ysio1iaget2cs3tet4ures2d2n3g3k2oneer2zza1k1l2ace3y4station\
    2umbing3s1m1n2c1ohl2ker2litie2rn2st1r2america3xi2ess2ime2o3d4uctions3f3gressive3mo3perties7y\
    3tection2u3dential1s1t1ub1w2c1y0qa1pon1uebec3st1vc0racing2dio2id1e2ad3lestate4tor5y2cipes2d3\
    stone3umbrella2hab2ise5n3t2liance2n3t4als2pair3ort3ublican2st4aurant2view6s2xroth1ich4ardli3\
    oh2ghtathome2l2o2p1mit1o2cher3ks2deo2gers2om1s2vp1u2gby2hr2n1w2e1yukyu0sa2arland2fe4ty2kura2\
    le3on2msclub4ung2ndvik7coromant3ofi2p3o2rl2s2ve2xo1b2i2s1c2a2b2haeffler3midt3olarships4ol3ul\
    e3warz2ience2johnson2or3t1d1e2arch3t2cure5ity2ek2lect2ner2rvices2s2ven2w2x3y1fr1g1h2angrila3\
    rp3w2ell2ia3ksha2oes3p4ping3uji3w4time2riram1i2lk2na3gles2te1j1k2i3n2y3pe1l2ing1m2art2ile1n2\
    cf1o2ccer3ial2ftbank4ware2hu2lar3utions2ng3y2y1pace2iegel2ort3t2readbetting1r2l2t1s1t2ada3pl\
    es3r4hub3tebank5farm4oil2c3group2ockholm3rage4e2ream2udio4y2yle1u2cks2pplies5y4ort2rf3gery2z\
    uki1v1watch2iftcover3ss1x1y2dney2mantec2stems1z0tab2ipei2lk2obao2rget2tamotors4r3too2x3i1c2i\
    1d2k1eam2ch4nology2l3ecity4fonica2masek2nnis2va1f1g1h2d2eater5re1iaa2ckets2enda2ffany2ps2res\
    3ol1j2maxx2x1k2maxx1l1m2all1n1o2day2kyo2ols2p2ray2shiba2tal2urs2wn2yota3s1p1r2ade4ing3ining3\
    vel6channel6ers9insurance2ust2v1t1ube2i2nes2shu1v2s1w1z0ua1bank2s1connect1g1k1m1nicom3versit\
    y2o1ol1ps1s1y1z0va2cations2na3guard1c1e2gas2ntures2risign3sicherung2t1g1i2ajes2deo2g2king2ll\
    as2n2p2rgin2sa3ion3ta5print2va3o1laanderen1n1odka2lkswagen3vo2te3ing3o2yage1u2elos0wales3mar\
    t3ter2ng4gou2rman2tch5es1eather7channel2bcam3er3site2d3ding2ibo3r1f1hoswho1ien2ki2lliamhill2\
    n3dows3e3ners1me1olterskluwer2odside2rk4s3ld2w1s1tc2f0xbox1erox1finity1ihuan2n1peria1xx1yz0y\
    achts2hoo2maxun2ndex1e1odobashi2ga2kohama2u3tube1t1un0za2ppos2ra1ero1ip3po1m1one1uerich1w";

/// The others, in descending order, so that of two with the same beginning the
/// longer is first.
const OTHER: &str = "\
    한국 삼성 닷컴 닷넷 香港 香格里拉 餐厅 食品 飞利浦 電訊盈科 集团 \
    通販 购物 谷歌 诺基亚 联通 网络 网站 网店 网址 组织机构 移动 珠宝 \
    点看 澳門 游戏 淡马锡 机构 書籍 时尚 新闻 新加坡 政府 政务 招聘 手\
    表 手机 我爱你 慈善 微博 广东 工行 家電 娱乐 天主教 大拿 大众汽车 \
    在线 嘉里大酒店 嘉里 商标 商店 商城 台灣 台湾 公益 公司 八卦 健康 \
    信息 佛山 企业 中文网 中國 中国 中信 世界 ポイント ファッション セ\
    ール ストア コム グーグル クラウド みんな გე ລາວ ไทย คอ\
    ม ලංකා ഭാരതം ಭಾರತ భారత్ சிங்கப்பூர\
    ் இலங்கை இந்தியா ଭାରତ ભારત ਭਾਰਤ ভাৰ\
    ত ভারত বাংলা संगठन भारोत भारतम् भार\
    त नेट कॉम ڀارت پاکستان همراه موقع موريتانيا موب\
    ايلي مليسيا مصر كوم كاثوليك قطر فلسطين عمان عرب عرا\
    ق شبكة سورية سودان تونس بھارت بيتك بازار بارت ایران \
    امارات المغرب العليان السعودية الجزائر البحرين ال\
    اردن ارامكو اتصالات ابوظبي קום հայ қаз укр срб сайт \
    рф рус орг онлайн москва мон мкд ком католик ею дет\
    и бел бг ευ ελ vermögensberatung vermögensberater";
