//! The top-level domains that end a bare domain.

/// Top-level domains of two letters, as twitter-text 3.1.0 lists them.
const COUNTRIES: &str = "ac ad ae af ag ai al am an ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm \
    bn bo bq br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz \
    de dj dk dm do dz ec ee eg eh er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl \
    gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo \
    jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg \
    mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz \
    om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si \
    sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tp tr tt tv \
    tw tz ua ug uk um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";

/// The other top-level domains that posts are likely to hold.
const GENERIC: &str = "com org net academy agency app art asia bank best bet bid biz blog cafe capital cash \
    cat center chat city click cloud club codes coffee community company cool credit \
    date design dev digital direct download edu email energy events exchange expert \
    express finance financial fit foundation fun fund fyi games gift global gold gov \
    group guide guru help holdings host house icu inc info ink institute int \
    international investments jobs land legal life limited link live loan lol ltd market \
    marketing markets media men mil mobi money movie museum name network news ninja \
    observer one online page partners party pay photo photos pics place plus poker post \
    press pro productions promo pub red ren rent report review reviews rocks run sale \
    school science select services shop show site social software solutions space store \
    stream studio style support systems team tech technology tel tips today tokyo tools \
    top tours town toys trade trading training travel tube university vegas ventures \
    video vip vote wang watch webcam website wiki win work works world wtf xyz yoga zone";

/// Whether `label` is a top-level domain, in any letter case.
pub fn is_top_level(label: &str) -> bool {
    let list = if label.len() == 2 { COUNTRIES } else { GENERIC };
    list.split(' ')
        .any(|known| known.eq_ignore_ascii_case(label))
}
