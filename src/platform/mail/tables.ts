/** Row type of letters waiting and sent. Recipient and body: to deliver what people asked for; programme team never sees codes. */
export type MailTables = {
  messages: {
    id: string;
    fund_id: string | null;
    effect_key: string;
    recipient: string;
    language: string;
    subject: string;
    body: string | null;
    secret: boolean;
    made_at: Date;
    sent_at: Date | null;
  };
};
