create table links (
    postId text primary key,
    campaign text not null,
    link text not null,
    postedAt text,
    key text not null
);
