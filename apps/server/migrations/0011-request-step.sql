-- The words of an agency's numbers (字号): 区政府办〔依申请〕…; null where it uses the usual ones. One word for two series
-- would give two documents one number.
alter table agency
  add column registration_word text,
  add column reply_word text,
  add column letter_word text,
  add constraint agency_number_words_differ check (
    coalesce(registration_word, '依申请') <> coalesce(reply_word, '依申请复')
    and coalesce(reply_word, '依申请复') <> coalesce(letter_word, '依申请函')
    and coalesce(letter_word, '依申请函') <> coalesce(registration_word, '依申请'));
