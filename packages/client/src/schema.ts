// Made from apps/api/openapi/openapi.json by `pnpm --filter @pailou/client generate`. Not written by hand.
export interface paths {
    "/api/v1/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What operators changed, newest first
         * @description Needs the permission `audit:read`.
         */
        get: operations["OperatorsAdmin.audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Categories in their order
         * @description Needs the permission `catalog:read`.
         */
        get: operations["CatalogAdmin.categories"];
        put?: never;
        /**
         * Make a category
         * @description Needs the permission `catalog:write`.
         */
        post: operations["CatalogAdmin.createCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a category
         * @description Needs the permission `catalog:write`.
         */
        put: operations["CatalogAdmin.updateCategory"];
        post?: never;
        /**
         * Delete a category; its products stay
         * @description Needs the permission `catalog:write`.
         */
        delete: operations["CatalogAdmin.deleteCategory"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversations with customers, the one that was active last first
         * @description Needs the permission `conversations:handle`.
         */
        get: operations["ConversationsAdmin.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One conversation, with what may be sent now
         * @description Needs the permission `conversations:handle`.
         */
        get: operations["ConversationsAdmin.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand over to a colleague, or back to everybody
         * @description Needs the permission `conversations:handle`.
         */
        post: operations["ConversationsAdmin.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations/{id}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a card that opens a page of the mini program
         * @description Needs the permission `conversations:handle`.
         */
        post: operations["ConversationsAdmin.card"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was said, the newest first
         * @description Needs the permission `conversations:handle`.
         */
        get: operations["ConversationsAdmin.messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations/{id}/messages/{messageId}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send once more what did not go out
         * @description Needs the permission `conversations:handle`.
         */
        post: operations["ConversationsAdmin.again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations/{id}/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a picture, at most 10 MB
         * @description Needs the permission `conversations:handle`.
         */
        post: operations["ConversationsAdmin.picture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations/{id}/pictures/{pictureId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture of the conversation
         * @description Needs the permission `conversations:handle`.
         */
        get: operations["ConversationsAdmin.pictureOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * All up to this message has been seen
         * @description Needs the permission `conversations:handle`.
         */
        post: operations["ConversationsAdmin.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations/{id}/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write to the customer; it is sent after the answer
         * @description Needs the permission `conversations:handle`.
         */
        post: operations["ConversationsAdmin.text"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations/{id}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the customer, and colleagues, that somebody types
         * @description Needs the permission `conversations:handle`.
         */
        post: operations["ConversationsAdmin.typing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who a conversation can be handed over to
         * @description Needs the permission `conversations:handle`.
         */
        get: operations["ConversationsAdmin.handlers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations/quick-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What operators say often
         * @description Needs the permission `conversations:handle`.
         */
        get: operations["ConversationsAdmin.quickReplies"];
        put?: never;
        /**
         * Add a quick reply
         * @description Needs the permission `conversations:handle`.
         */
        post: operations["ConversationsAdmin.addQuickReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations/quick-replies/{replyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a quick reply
         * @description Needs the permission `conversations:handle`.
         */
        put: operations["ConversationsAdmin.changeQuickReply"];
        post?: never;
        /**
         * Remove a quick reply
         * @description Needs the permission `conversations:handle`.
         */
        delete: operations["ConversationsAdmin.removeQuickReply"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is said by itself, and when somebody is there
         * @description Needs the permission `conversations:handle`.
         */
        get: operations["ConversationsAdmin.current"];
        /**
         * Change what is said by itself
         * @description Needs the permission `settings:write`.
         */
        put: operations["ConversationsAdmin.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/conversations/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much waits for me: in my conversations and in nobody’s
         * @description Needs the permission `conversations:handle`.
         */
        get: operations["ConversationsAdmin.unread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers, newest first
         * @description Needs the permission `customers:read`.
         */
        get: operations["IdentityAdmin.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One customer
         * @description Needs the permission `customers:read`.
         */
        get: operations["IdentityAdmin.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/figures/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A day in figures, against the same weekday a week before
         * @description Needs the permission `figures:read`.
         */
        get: operations["OrdersAdmin.today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/going-live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What must be right before customers come: fine, or what to do and where
         * @description Needs the permission `settings:write`.
         */
        get: operations["GoingLiveAdmin.check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite by a link, shown once
         * @description Needs the permission `operators:manage`.
         */
        post: operations["OperatorsAdmin.invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation; sets the cookie */
        post: operations["OperatorsAdmin.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["OperatorsAdmin.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password; ends all other sessions */
        post: operations["OperatorsAdmin.changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in */
        get: operations["OperatorsAdmin.listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one’s own sessions */
        delete: operations["OperatorsAdmin.endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret for an authenticator app */
        post: operations["OperatorsAdmin.setUpTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/me/totp/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the authenticator off, by the password */
        post: operations["OperatorsAdmin.disableTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/me/totp/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the authenticator on by its first code */
        post: operations["OperatorsAdmin.enableTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages to customers with their results, the newest first
         * @description Needs the permission `customers:read`.
         */
        get: operations["MessagingAdmin.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/messages/grants/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many messages of each kind a customer may still be sent
         * @description Needs the permission `customers:read`.
         */
        get: operations["MessagingAdmin.grants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/messages/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The kinds of messages and the template of each
         * @description Needs the permission `settings:write`.
         */
        get: operations["MessagingAdmin.kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/messages/kinds/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the template of a kind of message
         * @description Needs the permission `settings:write`.
         */
        put: operations["MessagingAdmin.map"];
        post?: never;
        /**
         * Stop sending a kind of message
         * @description Needs the permission `settings:write`.
         */
        delete: operations["MessagingAdmin.unmap"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/messages/kinds/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look among the account’s templates for those that suit
         * @description Needs the permission `settings:write`.
         */
        post: operations["MessagingAdmin.match"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/messages/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Quiet hours
         * @description Needs the permission `settings:write`.
         */
        get: operations["MessagingAdmin.settings"];
        /**
         * Change the quiet hours
         * @description Needs the permission `settings:write`.
         */
        put: operations["MessagingAdmin.change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/messages/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account’s own templates, as WeChat has them now
         * @description Needs the permission `settings:write`.
         */
        get: operations["MessagingAdmin.templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/moderation-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What customers wrote or uploaded, and what was thought of it, the newest first
         * @description Needs the permission `content:review`.
         */
        get: operations["ModerationAdmin.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/moderation-checks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One check
         * @description Needs the permission `content:review`.
         */
        get: operations["ModerationAdmin.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/moderation-checks/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show it to others
         * @description Needs the permission `content:review`.
         */
        post: operations["ModerationAdmin.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/moderation-checks/{id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The picture of a check
         * @description Needs the permission `content:review`.
         */
        get: operations["ModerationAdmin.picture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/moderation-checks/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do not show it to others, with a reason that its author reads
         * @description Needs the permission `content:review`.
         */
        post: operations["ModerationAdmin.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/moderation-checks/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put back what an operator’s last decision changed
         * @description Needs the permission `content:review`.
         */
        post: operations["ModerationAdmin.undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/moderation-checks/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many wait for WeChat, and for a person
         * @description Needs the permission `content:review`.
         */
        get: operations["ModerationAdmin.count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who works here
         * @description Needs the permission `operators:manage`.
         */
        get: operations["OperatorsAdmin.operators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/operators/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change name, role, stores, or disable
         * @description Needs the permission `operators:manage`.
         */
        patch: operations["OperatorsAdmin.update"];
        trace?: never;
    };
    "/api/v1/admin/order-money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders by any number of their money: the order’s, the payment’s, the refund’s, ours or WeChat’s
         * @description Needs the permission `payments:read`.
         */
        get: operations["OrderMoneyAdmin.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders of your stores, the newest first
         * @description Needs the permission `orders:read`.
         */
        get: operations["OrdersAdmin.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order with its history and refunds
         * @description Needs the permission `orders:read`.
         */
        get: operations["OrdersAdmin.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The store takes the order on
         * @description Needs the permission `orders:handle`.
         */
        post: operations["OrdersAdmin.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order that is not handed over; what was paid goes back
         * @description Needs the permission `orders:handle`.
         */
        post: operations["OrdersAdmin.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{id}/cash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that the order was paid in cash at the counter
         * @description Needs the permission `orders:handle`.
         */
        post: operations["OrdersAdmin.cash"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It is in the hands of the customer
         * @description Needs the permission `orders:handle`.
         */
        post: operations["OrdersAdmin.complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{id}/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The money of an order from cart to bank
         * @description Needs the permission `payments:read`.
         */
        get: operations["OrderMoneyAdmin.of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{id}/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It is made, and the customer is called
         * @description Needs the permission `orders:handle`.
         */
        post: operations["OrdersAdmin.ready"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{id}/refund-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many refunds WeChat still takes of the order, and until when
         * @description Needs the permission `orders:refund`.
         */
        get: operations["OrdersAdmin.refundLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give back the money of some pieces, or of all that is left
         * @description Needs the permission `orders:refund`.
         */
        post: operations["OrdersAdmin.refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the last of accept, ready and complete, within ten seconds
         * @description Needs the permission `orders:handle`.
         */
        post: operations["OrdersAdmin.takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a picture, at most 10 MB, for products and stores
         * @description Needs the permission `catalog:write`.
         */
        post: operations["CatalogAdmin.picture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Products; archived ones only when asked for
         * @description Needs the permission `catalog:read`.
         */
        get: operations["CatalogAdmin.products"];
        put?: never;
        /**
         * Make a product
         * @description Needs the permission `catalog:write`.
         */
        post: operations["CatalogAdmin.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One product, whole
         * @description Needs the permission `catalog:read`.
         */
        get: operations["CatalogAdmin.one"];
        put?: never;
        post?: never;
        /**
         * Delete a product that no open order holds
         * @description Needs the permission `catalog:write`.
         */
        delete: operations["CatalogAdmin.delete"];
        options?: never;
        head?: never;
        /**
         * Change the fields that are sent
         * @description Needs the permission `catalog:write`.
         */
        patch: operations["CatalogAdmin.update"];
        trace?: never;
    };
    "/api/v1/admin/products/{id}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hide at a store, or sold out there for today
         * @description Needs the permission `catalog:write`.
         */
        post: operations["CatalogAdmin.setAvailability"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/products/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All products as a product CSV of Shopify
         * @description Needs the permission `catalog:read`.
         */
        get: operations["CatalogAdmin.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/products/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a product CSV of Shopify, at most 5 MB; a dry run unless `dryRun=false`
         * @description Needs the permission `catalog:write`.
         */
        post: operations["CatalogAdmin.import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reconciliation/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What about money somebody should see now
         * @description Needs the permission `payments:reconcile`.
         */
        get: operations["ReconciliationAdmin.alarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reconciliation/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Days of the merchant’s bills against our books, the newest first
         * @description Needs the permission `payments:reconcile`.
         */
        get: operations["ReconciliationAdmin.days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reconciliation/days/{day}/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask WeChat for the bills of a day once more
         * @description Needs the permission `payments:reconcile`.
         */
        post: operations["ReconciliationAdmin.fetch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reconciliation/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rows of the bills as they were kept
         * @description Needs the permission `payments:reconcile`.
         */
        get: operations["ReconciliationAdmin.rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reconciliation/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Differences of money, the newest first
         * @description Needs the permission `payments:reconcile`.
         */
        get: operations["ReconciliationAdmin.tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reconciliation/tasks/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a difference with a reason
         * @description Needs the permission `payments:reconcile`.
         */
        post: operations["ReconciliationAdmin.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reconciliation/tasks/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a closed difference up again
         * @description Needs the permission `payments:reconcile`.
         */
        post: operations["ReconciliationAdmin.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All roles */
        get: operations["OperatorsAdmin.roles"];
        put?: never;
        /**
         * Make a role
         * @description Needs the permission `operators:manage`.
         */
        post: operations["OperatorsAdmin.createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a role
         * @description Needs the permission `operators:manage`.
         */
        put: operations["OperatorsAdmin.updateRole"];
        post?: never;
        /**
         * Delete a role that nobody has
         * @description Needs the permission `operators:manage`.
         */
        delete: operations["OperatorsAdmin.deleteRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/shipping-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What WeChat was told of orders that were handed over, the newest first
         * @description Needs the permission `shipping:handle`.
         */
        get: operations["ShippingAdmin.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/shipping-reports/{id}/handle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put aside what failed, with a reason
         * @description Needs the permission `shipping:handle`.
         */
        post: operations["ShippingAdmin.handle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/shipping-reports/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report once more what failed
         * @description Needs the permission `shipping:handle`.
         */
        post: operations["ShippingAdmin.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/shipping-reports/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Money that WeChat holds
         * @description Needs the permission `shipping:handle`.
         */
        get: operations["ShippingAdmin.money"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by password; sets the cookie */
        post: operations["OperatorsAdmin.signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: operations["OperatorsAdmin.signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stores that one may see
         * @description Needs the permission `stores:read`.
         */
        get: operations["StoresAdmin.list"];
        put?: never;
        /**
         * Open a store
         * @description Needs the permission `stores:write`.
         */
        post: operations["StoresAdmin.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/stores/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One store, whole
         * @description Needs the permission `stores:read`.
         */
        get: operations["StoresAdmin.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the fields that are sent
         * @description Needs the permission `stores:write`.
         */
        patch: operations["StoresAdmin.update"];
        trace?: never;
    };
    "/api/v1/admin/stores/{id}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Door, shelf and table codes
         * @description Needs the permission `stores:read`.
         */
        get: operations["StoresAdmin.codes"];
        put?: never;
        /**
         * Make a code with a new scene
         * @description Needs the permission `stores:write`.
         */
        post: operations["StoresAdmin.createCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/stores/{id}/codes/{codeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a code out of use for good
         * @description Needs the permission `stores:write`.
         */
        delete: operations["StoresAdmin.deleteCode"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/stores/{id}/codes/{codeId}/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The mini-program code as a picture
         * @description Needs the permission `stores:read`.
         */
        get: operations["StoresAdmin.image"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/variants/{id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count a variant anew
         * @description Needs the permission `catalog:write`.
         */
        post: operations["CatalogAdmin.setStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/codes/{scene}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a scanned code means */
        get: operations["Stores.scanned"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["Identity.me"];
        put?: never;
        post?: never;
        /** Delete oneself, at once and for good */
        delete: operations["Identity.delete"];
        options?: never;
        head?: never;
        /** Change nickname or language; others see a new nickname once it passed the content check */
        patch: operations["Identity.update"];
        trace?: never;
    };
    "/api/v1/storefront/me/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The address book, the default first */
        get: operations["Identity.listAddresses"];
        put?: never;
        /** Add an address */
        post: operations["Identity.addAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/me/addresses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change an address */
        put: operations["Identity.changeAddress"];
        post?: never;
        /** Remove an address */
        delete: operations["Identity.removeAddress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/me/avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload an avatar; others see it once it passed the content check */
        post: operations["Identity.avatar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to the privacy policy */
        post: operations["Identity.consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that is kept of oneself */
        get: operations["Identity.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/me/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link the phone number behind the code of WeChat’s button */
        post: operations["Identity.phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/messages/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the customer answered to wx.requestSubscribeMessage */
        post: operations["Messaging.answered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/messages/asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The templates to ask the customer for, at the tap that orders */
        get: operations["Messaging.asks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your orders, the newest first */
        get: operations["Orders.list"];
        put?: never;
        /** Order what was quoted; the stock is yours for 15 minutes */
        post: operations["Orders.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of your orders */
        get: operations["Orders.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel your order before the store accepts it; what was paid goes back */
        post: operations["Orders.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/orders/{id}/check-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask WeChat whether the order is paid, after the payment sheet said so */
        post: operations["Orders.checkPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/orders/{id}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What wx.requestPayment takes to pay the order */
        post: operations["Orders.pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/privacy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The privacy policy in force */
        get: operations["Identity.privacy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products of a store; `q` finds words and part words in both languages */
        get: operations["Catalog.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product, as a store shows it */
        get: operations["Catalog.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a choice would cost now, step by step; its hash is what an order is submitted with */
        post: operations["Orders.quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by the code of wx.login */
        post: operations["Identity.signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stores, the nearest first */
        get: operations["Stores.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/stores/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One store */
        get: operations["Stores.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/stores/{storeId}/cart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cart that the server keeps for you at a store, priced now */
        get: operations["Orders.cart"];
        /** Replace the cart */
        put: operations["Orders.keepCart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storefront/stores/{storeId}/menu": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole menu of a store */
        get: operations["Catalog.menu"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wechat/pay/notify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** WeChat Pay says that a payment came in */
        post: operations["Payments.paid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wechat/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** WeChat’s console checks the address of message push */
        get: operations["Push.verify"];
        put?: never;
        /** WeChat pushes a message or an event */
        post: operations["Push.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wechat/refund/notify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** WeChat Pay says how a refund ended */
        post: operations["Payments.refunded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptInvitation: {
            token: string;
            password: string;
        };
        AccountTemplate: {
            templateId: string;
            title: string;
            example: string;
            fields: {
                key: string;
                label: string;
            }[];
        };
        AddressInput: {
            name: string;
            phone: string;
            region: string;
            detail: string;
            /** @default false */
            isDefault?: boolean;
        };
        AddressView: {
            /** Format: uuid */
            id: string;
            name: string;
            phone: string;
            region: string;
            detail: string;
            isDefault: boolean;
        };
        AdminOrderView: {
            /** Format: uuid */
            id: string;
            number: string;
            pickupNumber: string;
            /** Format: uuid */
            storeId: string;
            storeName: components["schemas"]["Localized"];
            status: components["schemas"]["OrderStatus"];
            refundStatus: components["schemas"]["RefundStatus"];
            fulfilment: components["schemas"]["Fulfilment"];
            tableLabel: string | null;
            address: {
                name: string;
                phone: string;
                region: string;
                detail: string;
            } | null;
            note: string;
            lines: components["schemas"]["OrderLineView"][];
            steps: components["schemas"]["PriceStep"][];
            totalFen: number;
            refundedFen: number;
            refunds: components["schemas"]["RefundView"][];
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            paidAt: string | null;
            history: {
                /** Format: date-time */
                at: string;
                status: components["schemas"]["OrderStatus"];
                event: string;
                by: string;
            }[];
            customer: {
                /** Format: uuid */
                id: string;
                nickname: string | null;
                phoneNumber: string | null;
            } | null;
        };
        ApproveModerationCheck: {
            /** @default  */
            reason?: string;
        };
        AskView: {
            templateIds: string[];
        };
        AssignConversation: {
            /** @description null: nobody’s */
            operatorId: string | null;
            /** @default  */
            note?: string;
        };
        AuditEntryView: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            operatorName: string;
            action: string;
            entityType: string;
            entityId: string;
            before: unknown | null;
            after: unknown | null;
        };
        /** @enum {string} */
        BillDayState: "waiting" | "failing" | "matched" | "differing";
        BillDaySums: {
            payments: number;
            paymentsFen: number;
            refunds: number;
            refundsFen: number;
            /** @description what WeChat takes less what it gives back with refunds; on our side what the rate comes to */
            feeFen: number;
        };
        BillDayView: {
            /**
             * Format: date
             * @description the day
             */
            id: string;
            state: components["schemas"]["BillDayState"];
            /** @description WeChat’s code of the last try, when it failed */
            problem: string | null;
            nextTryAt: string | null;
            fetchedAt: string | null;
            theirs: components["schemas"]["BillDaySums"] | null;
            ours: components["schemas"]["BillDaySums"] | null;
            /** @description rows that agree */
            matched: number;
            openTasks: number;
            closedTasks: number;
            /** @description rows that a later bill decides: near midnight, or money that WeChat still holds */
            waiting: number;
            /** @description rows of other apps under the same merchant number */
            otherApps: number;
            /** @description the account before the first movement */
            openingFen: number | null;
            closingFen: number | null;
        };
        BillRowView: {
            /** Format: uuid */
            id: string;
            /** Format: date */
            day: string;
            /** @enum {string} */
            bill: "trade" | "fund";
            /** @enum {string} */
            kind: "payment" | "refund" | "fee" | "other";
            /** @description ours */
            number: string;
            wechatNumber: string;
            at: string | null;
            /** @description of a movement of the account: negative when it went out */
            amountFen: number;
            feeFen: number | null;
            feeRate: string | null;
            state: string | null;
            /** @description WeChat’s name of the movement */
            business: string | null;
            balanceFen: number | null;
            /** @description an open task tells of it */
            differs: boolean;
        };
        CartInput: {
            lines: components["schemas"]["CartLineInput"][];
        };
        CartLineInput: {
            /** Format: uuid */
            variantId: string;
            /** @default [] */
            modifierIds?: string[];
            quantity: number;
        };
        CartLineView: {
            /** Format: uuid */
            variantId: string;
            /** Format: uuid */
            productId: string;
            modifierIds: string[];
            quantity: number;
            name: components["schemas"]["Localized"];
            choice: string;
            pictureUrl: string | null;
            unitFen: number;
            totalFen: number;
            problem: ("sold_out" | "not_enough" | "gone") | null;
        };
        CartView: {
            /** Format: uuid */
            storeId: string;
            lines: components["schemas"]["CartLineView"][];
            count: number;
            totalFen: number;
        };
        CategoryInput: {
            name: components["schemas"]["LocalizedIn"];
            /** @default 0 */
            position?: number;
        };
        CategoryView: {
            name: components["schemas"]["Localized"];
            /** @default 0 */
            position: number;
            /** Format: uuid */
            id: string;
            productCount: number;
        };
        ChangePassword: {
            current: string;
            next: string;
        };
        /** @enum {string} */
        ChatMessageFrom: "customer" | "operator" | "greeting" | "out_of_hours";
        /** @enum {string} */
        ChatMessageKind: "text" | "image" | "card" | "entered" | "handover";
        /** @enum {string} */
        ChatMessageStatus: "received" | "sending" | "sent" | "failed" | "unknown";
        ChatMessageView: {
            /** Format: uuid */
            id: string;
            from: components["schemas"]["ChatMessageFrom"];
            kind: components["schemas"]["ChatMessageKind"];
            /** @description who wrote it, or who handed it over */
            operatorName: string | null;
            /** @description of a text; of `entered` what the button said of where it stood; of a handover the note */
            text: string | null;
            /** @description of a picture, and the cover of a customer’s card */
            picture: components["schemas"]["ChatPicture"] | null;
            card: {
                title: string;
                pagePath: string;
                coverUrl: string | null;
            } | null;
            /** @description of a handover: who has it now; null for nobody */
            assignedName: string | null;
            status: components["schemas"]["ChatMessageStatus"];
            /** @description WeChat’s own, when it was refused */
            code: string | null;
            /** @description WeChat’s words for it */
            reason: string | null;
            /** Format: date-time */
            at: string;
            sentAt: string | null;
        };
        ChatPicture: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "fetching" | "kept" | "gone";
            /** @description for operators alone, asked with their cookie */
            url: string | null;
        };
        /** @enum {string} */
        CheckState: "fine" | "todo" | "unknown";
        CheckView: {
            id: string;
            title: {
                zh: string;
                en: string;
            };
            state: components["schemas"]["CheckState"];
            say: {
                zh: string;
                en: string;
            };
        };
        CloseMoneyTask: {
            reason: string;
        };
        /** @enum {string} */
        CodeKind: "door" | "shelf" | "table";
        CodeView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            storeId: string;
            kind: components["schemas"]["CodeKind"];
            label: string;
            scene: string;
            page: string;
            imageUrl: string | null;
            productId: string | null;
        };
        ColleagueView: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        ConversationSettings: {
            /** @description said when a customer comes; empty: nothing */
            greeting: {
                zh: string;
                en: string;
            };
            /** @description said instead when nobody is there; empty: nothing */
            outOfHours: {
                zh: string;
                en: string;
            };
            /** @description when somebody is there, Monday first; null: always */
            hours: components["schemas"]["Interval"][][] | null;
            timeZone: string;
        };
        ConversationView: {
            /** Format: uuid */
            id: string;
            /** @description null for somebody who never signed in */
            customer: {
                /** Format: uuid */
                id: string;
                nickname: string | null;
                avatarUrl: string | null;
                /** @enum {string} */
                locale: "zh" | "en";
            } | null;
            assignee: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            unread: number;
            /** @description of people: what is said by itself hides no question */
            last: {
                from: components["schemas"]["ChatMessageFrom"];
                kind: components["schemas"]["ChatMessageKind"];
                text: string | null;
                status: components["schemas"]["ChatMessageStatus"];
            } | null;
            /** Format: date-time */
            activeAt: string;
            allowance: components["schemas"]["ReplyAllowance"];
        };
        CreateCode: {
            kind: components["schemas"]["CodeKind"];
            label: string;
            /** Format: uuid */
            productId?: string;
        };
        CustomerView: {
            /** Format: uuid */
            id: string;
            nickname: string | null;
            avatarUrl: string | null;
            phoneNumber: string | null;
            locale: components["schemas"]["Locale"];
            privacyVersion: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        EnableTotp: {
            secret: string;
            code: string;
        };
        FiguresView: {
            date: string;
            revenueFen: number;
            orders: number;
            averageFen: number;
            refundedFen: number;
            /** @description for today up to the same time of day */
            lastWeek: {
                revenueFen: number;
                orders: number;
                refundedFen: number;
            };
            hours: {
                hour: number;
                revenueFen: number;
                orders: number;
                lastWeekFen: number;
                lastWeekOrders: number;
            }[];
        };
        /** @enum {string} */
        Fulfilment: "pickup" | "delivery" | "dine_in";
        GiveConsent: {
            version: string;
        };
        HandleShippingReport: {
            reason: string;
        };
        HoursException: {
            /** Format: date */
            date: string;
            intervals: components["schemas"]["Interval"][];
            /** @default  */
            note: string;
        };
        HoursExceptionIn: {
            /** Format: date */
            date: string;
            intervals: components["schemas"]["Interval"][];
            /** @default  */
            note?: string;
        };
        ImportReport: {
            dryRun: boolean;
            rows: number;
            created: number;
            updated: number;
            unchanged: number;
            refused: {
                line: number;
                handle: string;
                reason: string;
            }[];
        };
        Interval: {
            from: string;
            to: string;
        };
        InvitationView: {
            /** Format: uuid */
            id: string;
            email: string;
            url: string;
            /** Format: date-time */
            expiresAt: string;
        };
        InviteOperator: {
            /** Format: email */
            email: string;
            name: string;
            /** Format: uuid */
            roleId: string;
            storeIds: string[] | null;
        };
        LinkPhone: {
            code: string;
        };
        /** @enum {string} */
        Locale: "zh" | "en";
        Localized: {
            zh: string;
            /** @default  */
            en: string;
        };
        LocalizedIn: {
            zh: string;
            /** @default  */
            en?: string;
        };
        LongLocalized: {
            /** @default  */
            zh: string;
            /** @default  */
            en: string;
        };
        LongLocalizedIn: {
            /** @default  */
            zh?: string;
            /** @default  */
            en?: string;
        };
        MapTemplate: {
            templateId: string;
            templateTitle: string;
            fields: components["schemas"]["TemplateField"][];
        };
        MenuView: {
            /** @description the last may have neither id nor name: products of no category */
            categories: {
                id: string | null;
                name: components["schemas"]["Localized"] | null;
                products: components["schemas"]["StorefrontProduct"][];
            }[];
        };
        MessageGrantView: {
            kind: string;
            title: {
                zh: string;
                en: string;
            };
            templateTitle: string;
            /** @description messages that may still be sent */
            left: number;
            /** @description permissions since WeChat last said that none is left */
            given: number;
            spent: number;
            updatedAt: string | null;
        };
        MessageKindView: {
            kind: string;
            title: {
                zh: string;
                en: string;
            };
            /** @description sent in quiet hours too */
            urgent: boolean;
            values: {
                name: string;
                label: {
                    zh: string;
                    en: string;
                };
            }[];
            templateId: string | null;
            templateTitle: string | null;
            fields: components["schemas"]["TemplateField"][];
        };
        /** @enum {string} */
        MessageStatus: "waiting" | "sending" | "sent" | "delivered" | "skipped" | "failed" | "unknown";
        MessageView: {
            /** Format: uuid */
            id: string;
            kind: string;
            title: {
                zh: string;
                en: string;
            };
            subject: string;
            customerId: string | null;
            customerName: string | null;
            status: components["schemas"]["MessageStatus"];
            /** @description why it was not sent: no_grant, no_template, no_openid, late, or WeChat’s own code */
            reason: string | null;
            data: {
                [key: string]: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
            sentAt: string | null;
        };
        MessagingSettings: {
            quietFrom: string | null;
            quietTo: string | null;
            timeZone: string;
        };
        ModerationCheckView: {
            /** Format: uuid */
            id: string;
            /** @description what it is, such as `customer.nickname` */
            kind: string;
            /** @description null for a picture */
            text: string | null;
            /** @description for operators alone, asked with their cookie */
            pictureUrl: string | null;
            /**
             * Format: uuid
             * @description who wrote it
             */
            customerId: string;
            /** @description as it is shown to others now */
            authorName: string | null;
            /** @description what others see in its place now: a text, or the address of a picture */
            standing: string | null;
            status: components["schemas"]["ModerationStatus"];
            doubt: components["schemas"]["ModerationDoubt"] | null;
            /** @description WeChat’s verdict */
            suggest: ("pass" | "review" | "risky") | null;
            /** @description WeChat’s reason: 100 nothing, 10001 advertisement, 20001 politics, 20002 pornography … */
            label: number | null;
            /** @description WeChat’s own, when it took no question */
            code: string | null;
            /** Format: date-time */
            createdAt: string;
            decidedAt: string | null;
            /** @description the operator; null where WeChat decided */
            decidedBy: string | null;
            /** @description the operator’s; where it was refused its author reads it */
            reason: string | null;
            /** @description false once its author wrote something else: it can no longer be decided */
            newest: boolean;
        };
        ModerationCountView: {
            waiting: number;
            inDoubt: number;
        };
        /** @enum {string} */
        ModerationDoubt: "review" | "inactive" | "no_answer" | "unreadable" | "failed";
        /** @enum {string} */
        ModerationStatus: "waiting" | "in_doubt" | "passed" | "refused" | "replaced";
        ModifierGroupInput: {
            name: components["schemas"]["LocalizedIn"];
            /** @default 0 */
            min?: number;
            /** @default 1 */
            max?: number;
            modifiers: components["schemas"]["ModifierInput"][];
        };
        ModifierGroupView: {
            /** Format: uuid */
            id: string;
            name: components["schemas"]["Localized"];
            min: number;
            max: number;
            modifiers: components["schemas"]["ModifierView"][];
        };
        ModifierInput: {
            name: components["schemas"]["LocalizedIn"];
            /** @default 0 */
            priceFen?: number;
        };
        ModifierView: {
            /** Format: uuid */
            id: string;
            name: components["schemas"]["Localized"];
            priceFen: number;
        };
        MoneyAlarmsView: {
            notices: {
                /** @enum {string} */
                kind: "payment_notices" | "refund_notices";
                /** @description how many in a row were found by asking only */
                unheard: number;
                /** Format: date-time */
                since: string;
                lastHeardAt: string | null;
            }[];
            openTasks: number;
            /** @description of these: refunds that failed and payments that do not match */
            urgentTasks: number;
            /** @description bills that WeChat does not give */
            failingDays: number;
        };
        MoneySide: {
            amountFen?: number;
            feeFen?: number;
            rate?: string;
            /** @description ours: of the attempt or refund; WeChat’s: its own word */
            state?: string;
            /** Format: date-time */
            at?: string;
            count?: number;
            balanceFen?: number;
        };
        /** @enum {string} */
        MoneyTaskKind: "missing_here" | "missing_there" | "amount" | "state" | "duplicate" | "fee" | "fee_rate" | "bill_sum" | "fund_missing" | "fund_amount" | "fund_unknown" | "fund_fee" | "balance" | "refund_failed" | "payment_mismatch";
        /** @enum {string} */
        MoneyTaskStatus: "open" | "closed";
        MoneyTaskView: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["MoneyTaskKind"];
            /** @description of the bill; null when no bill told of it */
            day: string | null;
            /** @enum {string} */
            subject: "payment" | "refund" | "account";
            /** @description our number of the payment or refund; empty for the account */
            number: string;
            /** @description WeChat’s number */
            transactionId: string | null;
            orderId: string | null;
            /** @description what was paid for */
            about: string | null;
            ours: components["schemas"]["MoneySide"] | null;
            theirs: components["schemas"]["MoneySide"] | null;
            /** @description WeChat’s side less ours */
            differenceFen: number | null;
            status: components["schemas"]["MoneyTaskStatus"];
            /** Format: date-time */
            createdAt: string;
            closedAt: string | null;
            /** @description null while open, and when it closed itself */
            closedBy: string | null;
            reason: string | null;
        };
        MoneyWaitingView: {
            unreportedFen: number;
            unsettledFen: number;
            /** @description reports that an operator must see */
            failed: number;
        };
        OperatorView: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            roleId: string | null;
            roleName: string;
            permissions: components["schemas"]["Permission"][];
            /** @description null: every store */
            storeIds: string[] | null;
            totpEnabled: boolean;
            disabled: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        OptionInput: {
            name: components["schemas"]["Localized"];
            values: components["schemas"]["Localized"][];
        };
        OptionInputIn: {
            name: components["schemas"]["LocalizedIn"];
            values: components["schemas"]["LocalizedIn"][];
        };
        OrderLineView: {
            /** Format: uuid */
            id: string;
            productId: string | null;
            /**
             * Format: uuid
             * @description with modifierIds: what to order again
             */
            variantId: string;
            modifierIds: string[];
            name: components["schemas"]["Localized"];
            choice: string;
            pictureUrl: string | null;
            unitFen: number;
            quantity: number;
            totalFen: number;
            refundedQuantity: number;
        };
        OrderMoneyAttempt: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            method: "wechat" | "cash";
            outTradeNo: string;
            transactionId: string | null;
            amountFen: number;
            refundedFen: number;
            /** @enum {string} */
            status: "created" | "prepaid" | "paid" | "closed" | "failed";
            failure: string | null;
            /** @description how we came to know; null: not yet, or before we kept it */
            heardBy: ("notification" | "query" | "counter") | null;
            /** Format: date-time */
            createdAt: string;
            prepaidAt: string | null;
            paidAt: string | null;
            endedAt: string | null;
            notices: {
                id: string;
                eventType: string;
                /** @enum {string} */
                outcome: "applied" | "mismatch";
                /** Format: date-time */
                receivedAt: string;
            }[];
            refunds: components["schemas"]["OrderMoneyRefund"][];
            /** @description how WeChat was told of the hand-over */
            shipping: {
                status: components["schemas"]["ShippingStatus"];
                /** Format: date-time */
                createdAt: string;
                reportedAt: string | null;
                settledAt: string | null;
                code: string | null;
            } | null;
            /** @description of WeChat’s bills that tell of it */
            rows: components["schemas"]["BillRowView"][];
        };
        OrderMoneyHit: {
            /** Format: uuid */
            id: string;
            number: string;
            storeName: components["schemas"]["Localized"];
            status: components["schemas"]["OrderStatus"];
            totalFen: number;
            /** Format: date-time */
            createdAt: string;
        };
        OrderMoneyRefund: {
            /** Format: uuid */
            id: string;
            outRefundNo: string;
            refundId: string | null;
            amountFen: number;
            reason: string;
            automatic: boolean;
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed";
            /** @description failed with the money still ours */
            released: boolean;
            failure: string | null;
            /** @description how we came to know; null: not yet, or before we kept it */
            heardBy: ("notification" | "query" | "counter") | null;
            /** Format: date-time */
            createdAt: string;
            settledAt: string | null;
            notices: {
                id: string;
                eventType: string;
                /** @enum {string} */
                outcome: "applied" | "mismatch";
                /** Format: date-time */
                receivedAt: string;
            }[];
        };
        OrderMoneyView: {
            /** Format: uuid */
            id: string;
            number: string;
            storeName: components["schemas"]["Localized"];
            status: components["schemas"]["OrderStatus"];
            /** Format: date-time */
            createdAt: string;
            paidAt: string | null;
            lines: {
                name: components["schemas"]["Localized"];
                choice: string;
                quantity: number;
                unitFen: number;
                totalFen: number;
            }[];
            steps: components["schemas"]["PriceStep"][];
            totalFen: number;
            attempts: components["schemas"]["OrderMoneyAttempt"][];
            sums: {
                linesFen: number;
                /** @description what the steps of the price come to: the same as what is due */
                stepsFen: number;
                dueFen: number;
                /** @description all that came in, also what went back by itself */
                paidFen: number;
                /** @description refunds under way */
                returningFen: number;
                /** @description refunds that reached the customer */
                returnedFen: number;
                /** @description refunds that neither arrived nor fell back to us: they wait at WeChat */
                strandedFen: number;
                /** @description paid less all three */
                keptFen: number;
                /** @description by the bills; null while one is still to come */
                feeFen: number | null;
                netFen: number | null;
                /** @description of what is kept: in the drawer */
                cashFen: number;
                /** @description of what is kept: WeChat holds it until it knows of the hand-over */
                heldFen: number;
                /** @description of what is kept: ours */
                settledFen: number;
                /** @description what is due and neither paid nor given up; 0 when all adds up */
                openFen: number;
            };
        };
        /** @enum {string} */
        OrderStatus: "unpaid" | "paid" | "accepted" | "ready" | "completed" | "cancelled" | "expired";
        OrderView: {
            /** Format: uuid */
            id: string;
            number: string;
            pickupNumber: string;
            /** Format: uuid */
            storeId: string;
            storeName: components["schemas"]["Localized"];
            status: components["schemas"]["OrderStatus"];
            refundStatus: components["schemas"]["RefundStatus"];
            fulfilment: components["schemas"]["Fulfilment"];
            tableLabel: string | null;
            address: {
                name: string;
                phone: string;
                region: string;
                detail: string;
            } | null;
            note: string;
            lines: components["schemas"]["OrderLineView"][];
            steps: components["schemas"]["PriceStep"][];
            totalFen: number;
            refundedFen: number;
            refunds: components["schemas"]["RefundView"][];
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            paidAt: string | null;
            history: {
                /** Format: date-time */
                at: string;
                status: components["schemas"]["OrderStatus"];
                event: string;
                by: string;
            }[];
        };
        OwnCustomerView: {
            /** Format: uuid */
            id: string;
            nickname: string | null;
            avatarUrl: string | null;
            phoneNumber: string | null;
            locale: components["schemas"]["Locale"];
            privacyVersion: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description what is being checked or was refused */
            checks: {
                nickname: components["schemas"]["OwnModerationView"] | null;
                avatar: components["schemas"]["OwnModerationView"] | null;
            };
        };
        OwnModerationView: {
            /** @enum {string} */
            status: "waiting" | "in_doubt" | "refused";
            text: string | null;
            /** @description for its author alone; null once it was refused */
            pictureUrl: string | null;
            /** @description why WeChat refused it */
            label: number | null;
            /** @description why an operator refused it */
            reason: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        PaymentParams: {
            timeStamp: string;
            nonceStr: string;
            package: string;
            /** @constant */
            signType: "RSA";
            paySign: string;
        };
        /** @enum {string} */
        Permission: "orders:read" | "orders:handle" | "orders:refund" | "catalog:read" | "catalog:write" | "stores:read" | "stores:write" | "customers:read" | "operators:manage" | "audit:read" | "settings:write" | "figures:read" | "payments:read" | "payments:reconcile" | "shipping:handle" | "conversations:handle" | "content:review";
        Picture: {
            url: string;
            alt: string;
        };
        PriceStep: {
            /** @enum {string} */
            kind: "items" | "delivery";
            label: components["schemas"]["Localized"];
            amountFen: number;
        };
        PrivacyView: {
            version: string;
            title: string;
            text: string;
            /** @description of the mini program, where it has one */
            filingNumber: string | null;
        };
        ProblemView: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail?: string;
            errors?: {
                path: string;
                code: string;
                message: string;
            }[];
            requestId?: string;
        };
        ProductInput: {
            handle?: string;
            name: components["schemas"]["LocalizedIn"];
            /**
             * @description one line under the name
             * @default null
             */
            line?: components["schemas"]["LocalizedIn"] | null;
            /**
             * @default {
             *       "zh": "",
             *       "en": ""
             *     }
             */
            description?: components["schemas"]["LongLocalizedIn"];
            categoryId: string | null;
            /**
             * @default active
             * @enum {string}
             */
            status?: "draft" | "active" | "archived";
            /** @default  */
            vendor?: string;
            /** @default [] */
            tags?: string[];
            /** @default [] */
            pictures?: {
                url: string;
                /** @default  */
                alt?: string;
            }[];
            /** @default [] */
            options?: components["schemas"]["OptionInputIn"][];
            variants: components["schemas"]["VariantInput"][];
            /** @default [] */
            modifierGroups?: components["schemas"]["ModifierGroupInput"][];
            /** @default 0 */
            position?: number;
        };
        ProductView: {
            /** Format: uuid */
            id: string;
            handle: string;
            name: components["schemas"]["Localized"];
            line: components["schemas"]["Localized"] | null;
            description: components["schemas"]["LongLocalized"];
            categoryId: string | null;
            /** @enum {string} */
            status: "draft" | "active" | "archived";
            vendor: string;
            tags: string[];
            pictures: components["schemas"]["Picture"][];
            options: components["schemas"]["OptionInput"][];
            variants: components["schemas"]["VariantView"][];
            modifierGroups: components["schemas"]["ModifierGroupView"][];
            position: number;
            soldOutStoreIds: string[];
            hiddenStoreIds: string[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        QuickReplyInput: {
            title: string;
            text: {
                zh: string;
                /** @default  */
                en?: string;
            };
        };
        QuickReplyView: {
            title: string;
            text: {
                zh: string;
                /** @default  */
                en: string;
            };
            /** Format: uuid */
            id: string;
        };
        QuoteInput: {
            /** Format: uuid */
            storeId: string;
            lines: components["schemas"]["CartLineInput"][];
            fulfilment: components["schemas"]["Fulfilment"];
            /**
             * Format: uuid
             * @description delivery
             */
            addressId?: string;
            /**
             * Format: uuid
             * @description dine_in
             */
            tableId?: string;
        };
        QuoteView: {
            lines: components["schemas"]["CartLineView"][];
            steps: components["schemas"]["PriceStep"][];
            totalFen: number;
            hash: string;
        };
        ReadConversation: {
            /**
             * Format: uuid
             * @description the newest that was seen
             */
            messageId: string;
        };
        RefundLimitsView: {
            /** @description refunds of the payment so far */
            made: number;
            /** @description how many more WeChat takes; null: no limit */
            left: number | null;
            /** @description the last instant at which WeChat takes one; null: no end */
            until: string | null;
            refusal: ("too_many_refunds" | "refund_too_late") | null;
        };
        RefundOrder: {
            /** @description absent: all that is left */
            lines?: {
                /** Format: uuid */
                lineId: string;
                quantity: number;
            }[];
            reason: string;
            /** @default true */
            restock?: boolean;
        };
        /** @enum {string} */
        RefundStatus: "none" | "pending" | "partial" | "full";
        RefundView: {
            /** Format: uuid */
            id: string;
            amountFen: number;
            reason: string;
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed";
            /** Format: date-time */
            createdAt: string;
        };
        RefuseModerationCheck: {
            /**
             * @description its author reads it
             * @example 昵称里有广告
             */
            reason: string;
        };
        ReplyAllowance: {
            left: number;
            /** @description when it ends; null when none is open */
            until: string | null;
            by: ("message" | "enter") | null;
        };
        RoleInput: {
            name: string;
            permissions: components["schemas"]["Permission"][];
        };
        RoleView: {
            /** Format: uuid */
            id: string;
            name: string;
            permissions: components["schemas"]["Permission"][];
            builtIn: boolean;
        };
        ScannedCode: {
            kind: components["schemas"]["CodeKind"];
            /** Format: uuid */
            storeId: string;
            tableId: string | null;
            tableLabel: string | null;
            productId: string | null;
        };
        SendChatCard: {
            title: string;
            /**
             * @description a page of the mini program with its query
             * @example pages/menu/index
             */
            pagePath: string;
            /** @description one of our own pictures; null: a cover of the house */
            coverUrl: string | null;
        };
        SendChatText: {
            /** @description at most 2,048 bytes of UTF-8, as WeChat takes it */
            text: string;
        };
        SessionItem: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            userAgent: string;
            ip: string;
            current: boolean;
        };
        SessionView: {
            token: string;
            /** Format: date-time */
            expiresAt: string;
            customer: components["schemas"]["OwnCustomerView"];
        };
        SetAvailability: {
            /** Format: uuid */
            storeId: string;
            hidden?: boolean;
            soldOutToday?: boolean;
        };
        SetStock: {
            stock: number | null;
        };
        ShippingReportView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            orderId: string;
            orderNumber: string;
            amountFen: number;
            /** @enum {string} */
            logistics: "express" | "local" | "virtual" | "pickup";
            status: components["schemas"]["ShippingStatus"];
            /** @description WeChat’s own, when it was refused */
            code: string | null;
            message: string | null;
            tries: number;
            /** Format: date-time */
            createdAt: string;
            reportedAt: string | null;
            settledAt: string | null;
            handledBy: string | null;
            handledReason: string | null;
        };
        /** @enum {string} */
        ShippingStatus: "waiting" | "reported" | "settled" | "failed" | "handled" | "not_needed";
        ShowTyping: {
            on: boolean;
        };
        SignIn: {
            code: string;
        };
        SignInOperator: {
            /** Format: email */
            email: string;
            password: string;
            totp?: string;
        };
        StorefrontProduct: {
            /** Format: uuid */
            id: string;
            handle: string;
            name: components["schemas"]["Localized"];
            line: components["schemas"]["Localized"] | null;
            description: components["schemas"]["LongLocalized"];
            categoryId: string | null;
            pictures: components["schemas"]["Picture"][];
            options: components["schemas"]["OptionInput"][];
            variants: components["schemas"]["StorefrontVariant"][];
            modifierGroups: components["schemas"]["ModifierGroupView"][];
            soldOut: boolean;
        };
        StorefrontStore: {
            /** Format: uuid */
            id: string;
            name: components["schemas"]["Localized"];
            address: components["schemas"]["Localized"];
            phone: string;
            latitude: number;
            longitude: number;
            pictureUrl: string | null;
            open: boolean;
            openUntil: string | null;
            opensAt: string | null;
            distanceMetres: number | null;
            pickup: boolean;
            delivery: boolean;
            dineIn: boolean;
            deliveryFeeFen: number;
            freeDeliveryOverFen: number | null;
            hours: components["schemas"]["Interval"][][];
            timeZone: string;
        };
        StorefrontVariant: {
            /** Format: uuid */
            id: string;
            optionValues: string[];
            priceFen: number;
            compareAtFen: number | null;
            /** @description null: not counted */
            available: number | null;
        };
        StoreInput: {
            name: components["schemas"]["LocalizedIn"];
            address: components["schemas"]["LocalizedIn"];
            phone: string;
            latitude: number;
            longitude: number;
            /** @default Asia/Shanghai */
            timeZone?: string;
            /** @default null */
            pictureUrl?: string | null;
            hours: components["schemas"]["Interval"][][];
            /** @default [] */
            exceptions?: components["schemas"]["HoursExceptionIn"][];
            /**
             * @description temporary close
             * @default null
             */
            closedUntil?: string | null;
            /** @default true */
            pickup?: boolean;
            /** @default false */
            delivery?: boolean;
            /** @default true */
            dineIn?: boolean;
            /** @default 0 */
            deliveryFeeFen?: number;
            /** @default null */
            freeDeliveryOverFen?: number | null;
        };
        StoreView: {
            name: components["schemas"]["Localized"];
            address: components["schemas"]["Localized"];
            phone: string;
            latitude: number;
            longitude: number;
            /** @default Asia/Shanghai */
            timeZone: string;
            /** @default null */
            pictureUrl: string | null;
            hours: components["schemas"]["Interval"][][];
            /** @default [] */
            exceptions: components["schemas"]["HoursException"][];
            /**
             * @description temporary close
             * @default null
             */
            closedUntil: string | null;
            /** @default true */
            pickup: boolean;
            /** @default false */
            delivery: boolean;
            /** @default true */
            dineIn: boolean;
            /** @default 0 */
            deliveryFeeFen: number;
            /** @default null */
            freeDeliveryOverFen: number | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            createdAt: string;
        };
        SubmitOrder: {
            /** Format: uuid */
            storeId: string;
            lines: components["schemas"]["CartLineInput"][];
            fulfilment: components["schemas"]["Fulfilment"];
            /**
             * Format: uuid
             * @description delivery
             */
            addressId?: string;
            /**
             * Format: uuid
             * @description dine_in
             */
            tableId?: string;
            quoteHash: string;
            /** @default  */
            note?: string;
            contactPhone?: string;
        };
        SubscribeAnswers: {
            answers: {
                [key: string]: string;
            };
        };
        TemplateField: {
            key: string;
            label: string;
            value: string | null;
        };
        TotpSetupView: {
            secret: string;
            uri: string;
        };
        UnreadView: {
            messages: number;
            /** @description that are mine or nobody’s and have something unread */
            conversations: number;
        };
        UpdateCustomer: {
            nickname?: string;
            locale?: components["schemas"]["Locale"];
        };
        UpdateOperator: {
            name?: string;
            /** Format: uuid */
            roleId?: string;
            storeIds?: string[] | null;
            disabled?: boolean;
        };
        VariantInput: {
            /** Format: uuid */
            id?: string;
            /** @description the Chinese names of the chosen values, in the order of the options */
            optionValues: string[];
            /** @default  */
            sku?: string;
            /** @default  */
            barcode?: string;
            priceFen: number;
            /** @default null */
            compareAtFen?: number | null;
            /** @description null: not counted; absent: as it is */
            stock?: number | null;
        };
        VariantView: {
            /** Format: uuid */
            id: string;
            optionValues: string[];
            sku: string;
            barcode: string;
            priceFen: number;
            compareAtFen: number | null;
            /** @description on hand */
            stock: number | null;
            reserved: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "OperatorsAdmin.audit": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                entityType?: string;
                entityId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "at": "2026-11-21T02:30:00.000Z",
                     *           "operatorName": "text",
                     *           "action": "text",
                     *           "entityType": "text",
                     *           "entityId": "text",
                     *           "before": null,
                     *           "after": null
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["AuditEntryView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "CatalogAdmin.categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "name": {
                     *           "zh": "桂花乌龙",
                     *           "en": "Osmanthus oolong"
                     *         },
                     *         "position": 1,
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "productCount": 1
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["CategoryView"][];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "CatalogAdmin.createCategory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": {
                 *         "zh": "桂花乌龙",
                 *         "en": "Osmanthus oolong"
                 *       },
                 *       "position": 1
                 *     }
                 */
                "application/json": components["schemas"]["CategoryInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "position": 1,
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "productCount": 1
                     *     }
                     */
                    "application/json": components["schemas"]["CategoryView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "CatalogAdmin.updateCategory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": {
                 *         "zh": "桂花乌龙",
                 *         "en": "Osmanthus oolong"
                 *       },
                 *       "position": 1
                 *     }
                 */
                "application/json": components["schemas"]["CategoryInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "position": 1,
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "productCount": 1
                     *     }
                     */
                    "application/json": components["schemas"]["CategoryView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "CatalogAdmin.deleteCategory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                view?: "all" | "mine" | "unassigned";
                unread?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "customer": {
                     *             "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *             "nickname": "text",
                     *             "avatarUrl": "text",
                     *             "locale": "zh"
                     *           },
                     *           "assignee": {
                     *             "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *             "name": "text"
                     *           },
                     *           "unread": 1,
                     *           "last": {
                     *             "from": "customer",
                     *             "kind": "text",
                     *             "text": "text",
                     *             "status": "received"
                     *           },
                     *           "activeAt": "2026-11-21T02:30:00.000Z",
                     *           "allowance": {
                     *             "left": 1,
                     *             "until": "2026-11-21T02:30:00.000Z",
                     *             "by": "message"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ConversationView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "customer": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "nickname": "text",
                     *         "avatarUrl": "text",
                     *         "locale": "zh"
                     *       },
                     *       "assignee": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "name": "text"
                     *       },
                     *       "unread": 1,
                     *       "last": {
                     *         "from": "customer",
                     *         "kind": "text",
                     *         "text": "text",
                     *         "status": "received"
                     *       },
                     *       "activeAt": "2026-11-21T02:30:00.000Z",
                     *       "allowance": {
                     *         "left": 1,
                     *         "until": "2026-11-21T02:30:00.000Z",
                     *         "by": "message"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.assign": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operatorId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *       "note": "text"
                 *     }
                 */
                "application/json": components["schemas"]["AssignConversation"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "customer": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "nickname": "text",
                     *         "avatarUrl": "text",
                     *         "locale": "zh"
                     *       },
                     *       "assignee": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "name": "text"
                     *       },
                     *       "unread": 1,
                     *       "last": {
                     *         "from": "customer",
                     *         "kind": "text",
                     *         "text": "text",
                     *         "status": "received"
                     *       },
                     *       "activeAt": "2026-11-21T02:30:00.000Z",
                     *       "allowance": {
                     *         "left": 1,
                     *         "until": "2026-11-21T02:30:00.000Z",
                     *         "by": "message"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.card": {
        parameters: {
            query?: never;
            header: {
                /** @example 0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "text",
                 *       "pagePath": "pages/menu/index",
                 *       "coverUrl": "/media/products/0190f3b0.webp"
                 *     }
                 */
                "application/json": components["schemas"]["SendChatCard"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "from": "customer",
                     *       "kind": "text",
                     *       "operatorName": "text",
                     *       "text": "text",
                     *       "picture": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "status": "fetching",
                     *         "url": "text"
                     *       },
                     *       "card": {
                     *         "title": "text",
                     *         "pagePath": "text",
                     *         "coverUrl": "text"
                     *       },
                     *       "assignedName": "text",
                     *       "status": "received",
                     *       "code": "text",
                     *       "reason": "text",
                     *       "at": "2026-11-21T02:30:00.000Z",
                     *       "sentAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ChatMessageView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.messages": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "from": "customer",
                     *           "kind": "text",
                     *           "operatorName": "text",
                     *           "text": "text",
                     *           "picture": {
                     *             "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *             "status": "fetching",
                     *             "url": "text"
                     *           },
                     *           "card": {
                     *             "title": "text",
                     *             "pagePath": "text",
                     *             "coverUrl": "text"
                     *           },
                     *           "assignedName": "text",
                     *           "status": "received",
                     *           "code": "text",
                     *           "reason": "text",
                     *           "at": "2026-11-21T02:30:00.000Z",
                     *           "sentAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ChatMessageView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.again": {
        parameters: {
            query?: never;
            header: {
                /** @example 0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f */
                "Idempotency-Key": string;
            };
            path: {
                messageId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "from": "customer",
                     *       "kind": "text",
                     *       "operatorName": "text",
                     *       "text": "text",
                     *       "picture": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "status": "fetching",
                     *         "url": "text"
                     *       },
                     *       "card": {
                     *         "title": "text",
                     *         "pagePath": "text",
                     *         "coverUrl": "text"
                     *       },
                     *       "assignedName": "text",
                     *       "status": "received",
                     *       "code": "text",
                     *       "reason": "text",
                     *       "at": "2026-11-21T02:30:00.000Z",
                     *       "sentAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ChatMessageView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.picture": {
        parameters: {
            query?: never;
            header: {
                /** @example 0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "from": "customer",
                     *       "kind": "text",
                     *       "operatorName": "text",
                     *       "text": "text",
                     *       "picture": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "status": "fetching",
                     *         "url": "text"
                     *       },
                     *       "card": {
                     *         "title": "text",
                     *         "pagePath": "text",
                     *         "coverUrl": "text"
                     *       },
                     *       "assignedName": "text",
                     *       "status": "received",
                     *       "code": "text",
                     *       "reason": "text",
                     *       "at": "2026-11-21T02:30:00.000Z",
                     *       "sentAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ChatMessageView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.pictureOf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pictureId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": unknown;
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "messageId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                 *     }
                 */
                "application/json": components["schemas"]["ReadConversation"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.text": {
        parameters: {
            query?: never;
            header: {
                /** @example 0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "text"
                 *     }
                 */
                "application/json": components["schemas"]["SendChatText"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "from": "customer",
                     *       "kind": "text",
                     *       "operatorName": "text",
                     *       "text": "text",
                     *       "picture": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "status": "fetching",
                     *         "url": "text"
                     *       },
                     *       "card": {
                     *         "title": "text",
                     *         "pagePath": "text",
                     *         "coverUrl": "text"
                     *       },
                     *       "assignedName": "text",
                     *       "status": "received",
                     *       "code": "text",
                     *       "reason": "text",
                     *       "at": "2026-11-21T02:30:00.000Z",
                     *       "sentAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ChatMessageView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.typing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "on": true
                 *     }
                 */
                "application/json": components["schemas"]["ShowTyping"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.handlers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "name": "text"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ColleagueView"][];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.quickReplies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "title": "text",
                     *         "text": {
                     *           "zh": "桂花乌龙",
                     *           "en": "Osmanthus oolong"
                     *         },
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["QuickReplyView"][];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.addQuickReply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "text",
                 *       "text": {
                 *         "zh": "桂花乌龙",
                 *         "en": "Osmanthus oolong"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["QuickReplyInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "title": "text",
                     *       "text": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *     }
                     */
                    "application/json": components["schemas"]["QuickReplyView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.changeQuickReply": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                replyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "text",
                 *       "text": {
                 *         "zh": "桂花乌龙",
                 *         "en": "Osmanthus oolong"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["QuickReplyInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "title": "text",
                     *       "text": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *     }
                     */
                    "application/json": components["schemas"]["QuickReplyView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.removeQuickReply": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                replyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "greeting": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "outOfHours": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "hours": [
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ]
                     *       ],
                     *       "timeZone": "Asia/Shanghai"
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationSettings"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "greeting": {
                 *         "zh": "桂花乌龙",
                 *         "en": "Osmanthus oolong"
                 *       },
                 *       "outOfHours": {
                 *         "zh": "桂花乌龙",
                 *         "en": "Osmanthus oolong"
                 *       },
                 *       "hours": [
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ]
                 *       ],
                 *       "timeZone": "Asia/Shanghai"
                 *     }
                 */
                "application/json": components["schemas"]["ConversationSettings"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ConversationsAdmin.unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messages": 1,
                     *       "conversations": 1
                     *     }
                     */
                    "application/json": components["schemas"]["UnreadView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "IdentityAdmin.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "nickname": "text",
                     *           "avatarUrl": "text",
                     *           "phoneNumber": "13800138000",
                     *           "locale": "zh",
                     *           "privacyVersion": "text",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["CustomerView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "IdentityAdmin.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "nickname": "text",
                     *       "avatarUrl": "text",
                     *       "phoneNumber": "13800138000",
                     *       "locale": "zh",
                     *       "privacyVersion": "text",
                     *       "createdAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OrdersAdmin.today": {
        parameters: {
            query?: {
                storeId?: string;
                date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "date": "text",
                     *       "revenueFen": 1800,
                     *       "orders": 1,
                     *       "averageFen": 1800,
                     *       "refundedFen": 1800,
                     *       "lastWeek": {
                     *         "revenueFen": 1800,
                     *         "orders": 1,
                     *         "refundedFen": 1800
                     *       },
                     *       "hours": [
                     *         {
                     *           "hour": 1,
                     *           "revenueFen": 1800,
                     *           "orders": 1,
                     *           "lastWeekFen": 1800,
                     *           "lastWeekOrders": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FiguresView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "GoingLiveAdmin.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "text",
                     *         "title": {
                     *           "zh": "桂花乌龙",
                     *           "en": "Osmanthus oolong"
                     *         },
                     *         "state": "fine",
                     *         "say": {
                     *           "zh": "桂花乌龙",
                     *           "en": "Osmanthus oolong"
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["CheckView"][];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "lin@example.com",
                 *       "name": "text",
                 *       "roleId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *       "storeIds": [
                 *         "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["InviteOperator"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "email": "text",
                     *       "url": "text",
                     *       "expiresAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "text-text-text-text-",
                 *       "password": "text-text-"
                 *     }
                 */
                "application/json": components["schemas"]["AcceptInvitation"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "email": "text",
                     *       "name": "text",
                     *       "roleId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "roleName": "text",
                     *       "permissions": [
                     *         "orders:read"
                     *       ],
                     *       "storeIds": [
                     *         "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *       ],
                     *       "totpEnabled": true,
                     *       "disabled": true,
                     *       "createdAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OperatorView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "email": "text",
                     *       "name": "text",
                     *       "roleId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "roleName": "text",
                     *       "permissions": [
                     *         "orders:read"
                     *       ],
                     *       "storeIds": [
                     *         "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *       ],
                     *       "totpEnabled": true,
                     *       "disabled": true,
                     *       "createdAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OperatorView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.changePassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current": "text",
                 *       "next": "text-text-"
                 *     }
                 */
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.listSessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "createdAt": "2026-11-21T02:30:00.000Z",
                     *         "lastSeenAt": "2026-11-21T02:30:00.000Z",
                     *         "userAgent": "text",
                     *         "ip": "text",
                     *         "current": true
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["SessionItem"][];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.endSession": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.setUpTotp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "text",
                     *       "uri": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["TotpSetupView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.disableTotp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "text"
                 *     }
                 */
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "email": "text",
                     *       "name": "text",
                     *       "roleId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "roleName": "text",
                     *       "permissions": [
                     *         "orders:read"
                     *       ],
                     *       "storeIds": [
                     *         "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *       ],
                     *       "totpEnabled": true,
                     *       "disabled": true,
                     *       "createdAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OperatorView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.enableTotp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "secret": "text-text-text-t",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["EnableTotp"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "email": "text",
                     *       "name": "text",
                     *       "roleId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "roleName": "text",
                     *       "permissions": [
                     *         "orders:read"
                     *       ],
                     *       "storeIds": [
                     *         "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *       ],
                     *       "totpEnabled": true,
                     *       "disabled": true,
                     *       "createdAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OperatorView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MessagingAdmin.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "waiting" | "sending" | "sent" | "delivered" | "skipped" | "failed" | "unknown";
                kind?: string;
                customerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "kind": "text",
                     *           "title": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "subject": "text",
                     *           "customerId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "customerName": "text",
                     *           "status": "waiting",
                     *           "reason": "text",
                     *           "data": {},
                     *           "createdAt": "2026-11-21T02:30:00.000Z",
                     *           "sentAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["MessageView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MessagingAdmin.grants": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "kind": "text",
                     *         "title": {
                     *           "zh": "桂花乌龙",
                     *           "en": "Osmanthus oolong"
                     *         },
                     *         "templateTitle": "text",
                     *         "left": 1,
                     *         "given": 1,
                     *         "spent": 1,
                     *         "updatedAt": "2026-11-21T02:30:00.000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["MessageGrantView"][];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MessagingAdmin.kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "kind": "text",
                     *         "title": {
                     *           "zh": "桂花乌龙",
                     *           "en": "Osmanthus oolong"
                     *         },
                     *         "urgent": true,
                     *         "values": [
                     *           {
                     *             "name": "text",
                     *             "label": {
                     *               "zh": "桂花乌龙",
                     *               "en": "Osmanthus oolong"
                     *             }
                     *           }
                     *         ],
                     *         "templateId": "text",
                     *         "templateTitle": "text",
                     *         "fields": [
                     *           {
                     *             "key": "text",
                     *             "label": "text",
                     *             "value": "text"
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["MessageKindView"][];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MessagingAdmin.map": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "templateId": "text",
                 *       "templateTitle": "text",
                 *       "fields": [
                 *         {
                 *           "key": "text",
                 *           "label": "text",
                 *           "value": "text"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["MapTemplate"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MessagingAdmin.unmap": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MessagingAdmin.match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "kind": "text",
                     *         "title": {
                     *           "zh": "桂花乌龙",
                     *           "en": "Osmanthus oolong"
                     *         },
                     *         "urgent": true,
                     *         "values": [
                     *           {
                     *             "name": "text",
                     *             "label": {
                     *               "zh": "桂花乌龙",
                     *               "en": "Osmanthus oolong"
                     *             }
                     *           }
                     *         ],
                     *         "templateId": "text",
                     *         "templateTitle": "text",
                     *         "fields": [
                     *           {
                     *             "key": "text",
                     *             "label": "text",
                     *             "value": "text"
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["MessageKindView"][];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MessagingAdmin.settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "quietFrom": "22:00",
                     *       "quietTo": "08:00",
                     *       "timeZone": "Asia/Shanghai"
                     *     }
                     */
                    "application/json": components["schemas"]["MessagingSettings"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MessagingAdmin.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quietFrom": "22:00",
                 *       "quietTo": "08:00",
                 *       "timeZone": "Asia/Shanghai"
                 *     }
                 */
                "application/json": components["schemas"]["MessagingSettings"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MessagingAdmin.templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "templateId": "text",
                     *         "title": "text",
                     *         "example": "text",
                     *         "fields": [
                     *           {
                     *             "key": "text",
                     *             "label": "text"
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["AccountTemplate"][];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ModerationAdmin.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "waiting" | "in_doubt" | "passed" | "refused" | "replaced";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "kind": "text",
                     *           "text": "text",
                     *           "pictureUrl": "text",
                     *           "customerId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "authorName": "text",
                     *           "standing": "text",
                     *           "status": "waiting",
                     *           "doubt": "review",
                     *           "suggest": "pass",
                     *           "label": 1,
                     *           "code": "text",
                     *           "createdAt": "2026-11-21T02:30:00.000Z",
                     *           "decidedAt": "2026-11-21T02:30:00.000Z",
                     *           "decidedBy": "text",
                     *           "reason": "text",
                     *           "newest": true
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ModerationCheckView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ModerationAdmin.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "kind": "text",
                     *       "text": "text",
                     *       "pictureUrl": "text",
                     *       "customerId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "authorName": "text",
                     *       "standing": "text",
                     *       "status": "waiting",
                     *       "doubt": "review",
                     *       "suggest": "pass",
                     *       "label": 1,
                     *       "code": "text",
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "decidedAt": "2026-11-21T02:30:00.000Z",
                     *       "decidedBy": "text",
                     *       "reason": "text",
                     *       "newest": true
                     *     }
                     */
                    "application/json": components["schemas"]["ModerationCheckView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ModerationAdmin.approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "text"
                 *     }
                 */
                "application/json": components["schemas"]["ApproveModerationCheck"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "kind": "text",
                     *       "text": "text",
                     *       "pictureUrl": "text",
                     *       "customerId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "authorName": "text",
                     *       "standing": "text",
                     *       "status": "waiting",
                     *       "doubt": "review",
                     *       "suggest": "pass",
                     *       "label": 1,
                     *       "code": "text",
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "decidedAt": "2026-11-21T02:30:00.000Z",
                     *       "decidedBy": "text",
                     *       "reason": "text",
                     *       "newest": true
                     *     }
                     */
                    "application/json": components["schemas"]["ModerationCheckView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ModerationAdmin.picture": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": unknown;
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ModerationAdmin.refuse": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "昵称里有广告"
                 *     }
                 */
                "application/json": components["schemas"]["RefuseModerationCheck"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "kind": "text",
                     *       "text": "text",
                     *       "pictureUrl": "text",
                     *       "customerId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "authorName": "text",
                     *       "standing": "text",
                     *       "status": "waiting",
                     *       "doubt": "review",
                     *       "suggest": "pass",
                     *       "label": 1,
                     *       "code": "text",
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "decidedAt": "2026-11-21T02:30:00.000Z",
                     *       "decidedBy": "text",
                     *       "reason": "text",
                     *       "newest": true
                     *     }
                     */
                    "application/json": components["schemas"]["ModerationCheckView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ModerationAdmin.undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "kind": "text",
                     *       "text": "text",
                     *       "pictureUrl": "text",
                     *       "customerId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "authorName": "text",
                     *       "standing": "text",
                     *       "status": "waiting",
                     *       "doubt": "review",
                     *       "suggest": "pass",
                     *       "label": 1,
                     *       "code": "text",
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "decidedAt": "2026-11-21T02:30:00.000Z",
                     *       "decidedBy": "text",
                     *       "reason": "text",
                     *       "newest": true
                     *     }
                     */
                    "application/json": components["schemas"]["ModerationCheckView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ModerationAdmin.count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "waiting": 1,
                     *       "inDoubt": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ModerationCountView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "email": "text",
                     *         "name": "text",
                     *         "roleId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "roleName": "text",
                     *         "permissions": [
                     *           "orders:read"
                     *         ],
                     *         "storeIds": [
                     *           "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *         ],
                     *         "totpEnabled": true,
                     *         "disabled": true,
                     *         "createdAt": "2026-11-21T02:30:00.000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["OperatorView"][];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "text",
                 *       "roleId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *       "storeIds": [
                 *         "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                 *       ],
                 *       "disabled": true
                 *     }
                 */
                "application/json": components["schemas"]["UpdateOperator"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "email": "text",
                     *       "name": "text",
                     *       "roleId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "roleName": "text",
                     *       "permissions": [
                     *         "orders:read"
                     *       ],
                     *       "storeIds": [
                     *         "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *       ],
                     *       "totpEnabled": true,
                     *       "disabled": true,
                     *       "createdAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OperatorView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OrderMoneyAdmin.find": {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "number": "20261121-0042",
                     *           "storeName": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "status": "unpaid",
                     *           "totalFen": 1800,
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["OrderMoneyHit"][];
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OrdersAdmin.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "unpaid" | "paid" | "accepted" | "ready" | "completed" | "cancelled" | "expired";
                storeId?: string;
                customerId?: string;
                q?: string;
                open?: "true";
                paidOn?: string;
                paidHour?: number;
                refundedOn?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "number": "20261121-0042",
                     *           "pickupNumber": "A42",
                     *           "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "storeName": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "status": "unpaid",
                     *           "refundStatus": "none",
                     *           "fulfilment": "pickup",
                     *           "tableLabel": "text",
                     *           "address": {
                     *             "name": "text",
                     *             "phone": "02888886666",
                     *             "region": "text",
                     *             "detail": "text"
                     *           },
                     *           "note": "text",
                     *           "lines": [
                     *             {
                     *               "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "modifierIds": [
                     *                 "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *               ],
                     *               "name": {
                     *                 "zh": "桂花乌龙",
                     *                 "en": "Osmanthus oolong"
                     *               },
                     *               "choice": "text",
                     *               "pictureUrl": "text",
                     *               "unitFen": 1800,
                     *               "quantity": 1,
                     *               "totalFen": 1800,
                     *               "refundedQuantity": 1
                     *             }
                     *           ],
                     *           "steps": [
                     *             {
                     *               "kind": "items",
                     *               "label": {
                     *                 "zh": "桂花乌龙",
                     *                 "en": "Osmanthus oolong"
                     *               },
                     *               "amountFen": 1800
                     *             }
                     *           ],
                     *           "totalFen": 1800,
                     *           "refundedFen": 1800,
                     *           "refunds": [
                     *             {
                     *               "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "amountFen": 1800,
                     *               "reason": "text",
                     *               "status": "pending",
                     *               "createdAt": "2026-11-21T02:30:00.000Z"
                     *             }
                     *           ],
                     *           "createdAt": "2026-11-21T02:30:00.000Z",
                     *           "expiresAt": "2026-11-21T02:30:00.000Z",
                     *           "paidAt": "2026-11-21T02:30:00.000Z",
                     *           "history": [
                     *             {
                     *               "at": "2026-11-21T02:30:00.000Z",
                     *               "status": "unpaid",
                     *               "event": "text",
                     *               "by": "text"
                     *             }
                     *           ],
                     *           "customer": {
                     *             "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *             "nickname": "text",
                     *             "phoneNumber": "13800138000"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["AdminOrderView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OrdersAdmin.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "number": "20261121-0042",
                     *       "pickupNumber": "A42",
                     *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "storeName": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "status": "unpaid",
                     *       "refundStatus": "none",
                     *       "fulfilment": "pickup",
                     *       "tableLabel": "text",
                     *       "address": {
                     *         "name": "text",
                     *         "phone": "02888886666",
                     *         "region": "text",
                     *         "detail": "text"
                     *       },
                     *       "note": "text",
                     *       "lines": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "modifierIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "choice": "text",
                     *           "pictureUrl": "text",
                     *           "unitFen": 1800,
                     *           "quantity": 1,
                     *           "totalFen": 1800,
                     *           "refundedQuantity": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "kind": "items",
                     *           "label": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "amountFen": 1800
                     *         }
                     *       ],
                     *       "totalFen": 1800,
                     *       "refundedFen": 1800,
                     *       "refunds": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "amountFen": 1800,
                     *           "reason": "text",
                     *           "status": "pending",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "expiresAt": "2026-11-21T02:30:00.000Z",
                     *       "paidAt": "2026-11-21T02:30:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-11-21T02:30:00.000Z",
                     *           "status": "unpaid",
                     *           "event": "text",
                     *           "by": "text"
                     *         }
                     *       ],
                     *       "customer": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "nickname": "text",
                     *         "phoneNumber": "13800138000"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AdminOrderView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OrdersAdmin.accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "number": "20261121-0042",
                     *       "pickupNumber": "A42",
                     *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "storeName": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "status": "unpaid",
                     *       "refundStatus": "none",
                     *       "fulfilment": "pickup",
                     *       "tableLabel": "text",
                     *       "address": {
                     *         "name": "text",
                     *         "phone": "02888886666",
                     *         "region": "text",
                     *         "detail": "text"
                     *       },
                     *       "note": "text",
                     *       "lines": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "modifierIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "choice": "text",
                     *           "pictureUrl": "text",
                     *           "unitFen": 1800,
                     *           "quantity": 1,
                     *           "totalFen": 1800,
                     *           "refundedQuantity": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "kind": "items",
                     *           "label": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "amountFen": 1800
                     *         }
                     *       ],
                     *       "totalFen": 1800,
                     *       "refundedFen": 1800,
                     *       "refunds": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "amountFen": 1800,
                     *           "reason": "text",
                     *           "status": "pending",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "expiresAt": "2026-11-21T02:30:00.000Z",
                     *       "paidAt": "2026-11-21T02:30:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-11-21T02:30:00.000Z",
                     *           "status": "unpaid",
                     *           "event": "text",
                     *           "by": "text"
                     *         }
                     *       ],
                     *       "customer": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "nickname": "text",
                     *         "phoneNumber": "13800138000"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AdminOrderView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OrdersAdmin.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "number": "20261121-0042",
                     *       "pickupNumber": "A42",
                     *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "storeName": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "status": "unpaid",
                     *       "refundStatus": "none",
                     *       "fulfilment": "pickup",
                     *       "tableLabel": "text",
                     *       "address": {
                     *         "name": "text",
                     *         "phone": "02888886666",
                     *         "region": "text",
                     *         "detail": "text"
                     *       },
                     *       "note": "text",
                     *       "lines": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "modifierIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "choice": "text",
                     *           "pictureUrl": "text",
                     *           "unitFen": 1800,
                     *           "quantity": 1,
                     *           "totalFen": 1800,
                     *           "refundedQuantity": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "kind": "items",
                     *           "label": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "amountFen": 1800
                     *         }
                     *       ],
                     *       "totalFen": 1800,
                     *       "refundedFen": 1800,
                     *       "refunds": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "amountFen": 1800,
                     *           "reason": "text",
                     *           "status": "pending",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "expiresAt": "2026-11-21T02:30:00.000Z",
                     *       "paidAt": "2026-11-21T02:30:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-11-21T02:30:00.000Z",
                     *           "status": "unpaid",
                     *           "event": "text",
                     *           "by": "text"
                     *         }
                     *       ],
                     *       "customer": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "nickname": "text",
                     *         "phoneNumber": "13800138000"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AdminOrderView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OrdersAdmin.cash": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "number": "20261121-0042",
                     *       "pickupNumber": "A42",
                     *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "storeName": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "status": "unpaid",
                     *       "refundStatus": "none",
                     *       "fulfilment": "pickup",
                     *       "tableLabel": "text",
                     *       "address": {
                     *         "name": "text",
                     *         "phone": "02888886666",
                     *         "region": "text",
                     *         "detail": "text"
                     *       },
                     *       "note": "text",
                     *       "lines": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "modifierIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "choice": "text",
                     *           "pictureUrl": "text",
                     *           "unitFen": 1800,
                     *           "quantity": 1,
                     *           "totalFen": 1800,
                     *           "refundedQuantity": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "kind": "items",
                     *           "label": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "amountFen": 1800
                     *         }
                     *       ],
                     *       "totalFen": 1800,
                     *       "refundedFen": 1800,
                     *       "refunds": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "amountFen": 1800,
                     *           "reason": "text",
                     *           "status": "pending",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "expiresAt": "2026-11-21T02:30:00.000Z",
                     *       "paidAt": "2026-11-21T02:30:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-11-21T02:30:00.000Z",
                     *           "status": "unpaid",
                     *           "event": "text",
                     *           "by": "text"
                     *         }
                     *       ],
                     *       "customer": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "nickname": "text",
                     *         "phoneNumber": "13800138000"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AdminOrderView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OrdersAdmin.complete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "number": "20261121-0042",
                     *       "pickupNumber": "A42",
                     *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "storeName": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "status": "unpaid",
                     *       "refundStatus": "none",
                     *       "fulfilment": "pickup",
                     *       "tableLabel": "text",
                     *       "address": {
                     *         "name": "text",
                     *         "phone": "02888886666",
                     *         "region": "text",
                     *         "detail": "text"
                     *       },
                     *       "note": "text",
                     *       "lines": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "modifierIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "choice": "text",
                     *           "pictureUrl": "text",
                     *           "unitFen": 1800,
                     *           "quantity": 1,
                     *           "totalFen": 1800,
                     *           "refundedQuantity": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "kind": "items",
                     *           "label": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "amountFen": 1800
                     *         }
                     *       ],
                     *       "totalFen": 1800,
                     *       "refundedFen": 1800,
                     *       "refunds": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "amountFen": 1800,
                     *           "reason": "text",
                     *           "status": "pending",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "expiresAt": "2026-11-21T02:30:00.000Z",
                     *       "paidAt": "2026-11-21T02:30:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-11-21T02:30:00.000Z",
                     *           "status": "unpaid",
                     *           "event": "text",
                     *           "by": "text"
                     *         }
                     *       ],
                     *       "customer": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "nickname": "text",
                     *         "phoneNumber": "13800138000"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AdminOrderView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OrderMoneyAdmin.of": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "number": "20261121-0042",
                     *       "storeName": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "status": "unpaid",
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "paidAt": "2026-11-21T02:30:00.000Z",
                     *       "lines": [
                     *         {
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "choice": "text",
                     *           "quantity": 1,
                     *           "unitFen": 1800,
                     *           "totalFen": 1800
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "kind": "items",
                     *           "label": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "amountFen": 1800
                     *         }
                     *       ],
                     *       "totalFen": 1800,
                     *       "attempts": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "method": "wechat",
                     *           "outTradeNo": "text",
                     *           "transactionId": "text",
                     *           "amountFen": 1800,
                     *           "refundedFen": 1800,
                     *           "status": "created",
                     *           "failure": "text",
                     *           "heardBy": "notification",
                     *           "createdAt": "2026-11-21T02:30:00.000Z",
                     *           "prepaidAt": "2026-11-21T02:30:00.000Z",
                     *           "paidAt": "2026-11-21T02:30:00.000Z",
                     *           "endedAt": "2026-11-21T02:30:00.000Z",
                     *           "notices": [
                     *             {
                     *               "id": "text",
                     *               "eventType": "text",
                     *               "outcome": "applied",
                     *               "receivedAt": "2026-11-21T02:30:00.000Z"
                     *             }
                     *           ],
                     *           "refunds": [
                     *             {
                     *               "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "outRefundNo": "text",
                     *               "refundId": "text",
                     *               "amountFen": 1800,
                     *               "reason": "text",
                     *               "automatic": true,
                     *               "status": "pending",
                     *               "released": true,
                     *               "failure": "text",
                     *               "heardBy": "notification",
                     *               "createdAt": "2026-11-21T02:30:00.000Z",
                     *               "settledAt": "2026-11-21T02:30:00.000Z",
                     *               "notices": [
                     *                 {
                     *                   "id": "text",
                     *                   "eventType": "text",
                     *                   "outcome": "applied",
                     *                   "receivedAt": "2026-11-21T02:30:00.000Z"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "shipping": {
                     *             "status": "waiting",
                     *             "createdAt": "2026-11-21T02:30:00.000Z",
                     *             "reportedAt": "2026-11-21T02:30:00.000Z",
                     *             "settledAt": "2026-11-21T02:30:00.000Z",
                     *             "code": "text"
                     *           },
                     *           "rows": [
                     *             {
                     *               "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "day": "2026-11-21",
                     *               "bill": "trade",
                     *               "kind": "payment",
                     *               "number": "20261121-0042",
                     *               "wechatNumber": "text",
                     *               "at": "2026-11-21T02:30:00.000Z",
                     *               "amountFen": 1800,
                     *               "feeFen": 1800,
                     *               "feeRate": "text",
                     *               "state": "text",
                     *               "business": "text",
                     *               "balanceFen": 1800,
                     *               "differs": true
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "sums": {
                     *         "linesFen": 1800,
                     *         "stepsFen": 1800,
                     *         "dueFen": 1800,
                     *         "paidFen": 1800,
                     *         "returningFen": 1800,
                     *         "returnedFen": 1800,
                     *         "strandedFen": 1800,
                     *         "keptFen": 1800,
                     *         "feeFen": 1800,
                     *         "netFen": 1800,
                     *         "cashFen": 1800,
                     *         "heldFen": 1800,
                     *         "settledFen": 1800,
                     *         "openFen": 1800
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OrderMoneyView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OrdersAdmin.ready": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "number": "20261121-0042",
                     *       "pickupNumber": "A42",
                     *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "storeName": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "status": "unpaid",
                     *       "refundStatus": "none",
                     *       "fulfilment": "pickup",
                     *       "tableLabel": "text",
                     *       "address": {
                     *         "name": "text",
                     *         "phone": "02888886666",
                     *         "region": "text",
                     *         "detail": "text"
                     *       },
                     *       "note": "text",
                     *       "lines": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "modifierIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "choice": "text",
                     *           "pictureUrl": "text",
                     *           "unitFen": 1800,
                     *           "quantity": 1,
                     *           "totalFen": 1800,
                     *           "refundedQuantity": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "kind": "items",
                     *           "label": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "amountFen": 1800
                     *         }
                     *       ],
                     *       "totalFen": 1800,
                     *       "refundedFen": 1800,
                     *       "refunds": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "amountFen": 1800,
                     *           "reason": "text",
                     *           "status": "pending",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "expiresAt": "2026-11-21T02:30:00.000Z",
                     *       "paidAt": "2026-11-21T02:30:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-11-21T02:30:00.000Z",
                     *           "status": "unpaid",
                     *           "event": "text",
                     *           "by": "text"
                     *         }
                     *       ],
                     *       "customer": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "nickname": "text",
                     *         "phoneNumber": "13800138000"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AdminOrderView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OrdersAdmin.refundLimits": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "made": 1,
                     *       "left": 1,
                     *       "until": "2026-11-21T02:30:00.000Z",
                     *       "refusal": "too_many_refunds"
                     *     }
                     */
                    "application/json": components["schemas"]["RefundLimitsView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OrdersAdmin.refund": {
        parameters: {
            query?: never;
            header: {
                /** @example 0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "lineId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "reason": "text",
                 *       "restock": true
                 *     }
                 */
                "application/json": components["schemas"]["RefundOrder"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "number": "20261121-0042",
                     *       "pickupNumber": "A42",
                     *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "storeName": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "status": "unpaid",
                     *       "refundStatus": "none",
                     *       "fulfilment": "pickup",
                     *       "tableLabel": "text",
                     *       "address": {
                     *         "name": "text",
                     *         "phone": "02888886666",
                     *         "region": "text",
                     *         "detail": "text"
                     *       },
                     *       "note": "text",
                     *       "lines": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "modifierIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "choice": "text",
                     *           "pictureUrl": "text",
                     *           "unitFen": 1800,
                     *           "quantity": 1,
                     *           "totalFen": 1800,
                     *           "refundedQuantity": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "kind": "items",
                     *           "label": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "amountFen": 1800
                     *         }
                     *       ],
                     *       "totalFen": 1800,
                     *       "refundedFen": 1800,
                     *       "refunds": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "amountFen": 1800,
                     *           "reason": "text",
                     *           "status": "pending",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "expiresAt": "2026-11-21T02:30:00.000Z",
                     *       "paidAt": "2026-11-21T02:30:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-11-21T02:30:00.000Z",
                     *           "status": "unpaid",
                     *           "event": "text",
                     *           "by": "text"
                     *         }
                     *       ],
                     *       "customer": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "nickname": "text",
                     *         "phoneNumber": "13800138000"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AdminOrderView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OrdersAdmin.takeBack": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "number": "20261121-0042",
                     *       "pickupNumber": "A42",
                     *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "storeName": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "status": "unpaid",
                     *       "refundStatus": "none",
                     *       "fulfilment": "pickup",
                     *       "tableLabel": "text",
                     *       "address": {
                     *         "name": "text",
                     *         "phone": "02888886666",
                     *         "region": "text",
                     *         "detail": "text"
                     *       },
                     *       "note": "text",
                     *       "lines": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "modifierIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "choice": "text",
                     *           "pictureUrl": "text",
                     *           "unitFen": 1800,
                     *           "quantity": 1,
                     *           "totalFen": 1800,
                     *           "refundedQuantity": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "kind": "items",
                     *           "label": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "amountFen": 1800
                     *         }
                     *       ],
                     *       "totalFen": 1800,
                     *       "refundedFen": 1800,
                     *       "refunds": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "amountFen": 1800,
                     *           "reason": "text",
                     *           "status": "pending",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "expiresAt": "2026-11-21T02:30:00.000Z",
                     *       "paidAt": "2026-11-21T02:30:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-11-21T02:30:00.000Z",
                     *           "status": "unpaid",
                     *           "event": "text",
                     *           "by": "text"
                     *         }
                     *       ],
                     *       "customer": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "nickname": "text",
                     *         "phoneNumber": "13800138000"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AdminOrderView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "CatalogAdmin.picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "text"
                     *     }
                     */
                    "application/json": {
                        url: string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "CatalogAdmin.products": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                categoryId?: string;
                status?: "draft" | "active" | "archived";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "handle": "osmanthus-oolong",
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "line": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "description": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "categoryId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "status": "draft",
                     *           "vendor": "text",
                     *           "tags": [
                     *             "text"
                     *           ],
                     *           "pictures": [
                     *             {
                     *               "url": "text",
                     *               "alt": "text"
                     *             }
                     *           ],
                     *           "options": [
                     *             {
                     *               "name": {
                     *                 "zh": "桂花乌龙",
                     *                 "en": "Osmanthus oolong"
                     *               },
                     *               "values": [
                     *                 {
                     *                   "zh": "桂花乌龙",
                     *                   "en": "Osmanthus oolong"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "variants": [
                     *             {
                     *               "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "optionValues": [
                     *                 "text"
                     *               ],
                     *               "sku": "text",
                     *               "barcode": "text",
                     *               "priceFen": 1800,
                     *               "compareAtFen": 1800,
                     *               "stock": 1,
                     *               "reserved": 1
                     *             }
                     *           ],
                     *           "modifierGroups": [
                     *             {
                     *               "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "name": {
                     *                 "zh": "桂花乌龙",
                     *                 "en": "Osmanthus oolong"
                     *               },
                     *               "min": 1,
                     *               "max": 1,
                     *               "modifiers": [
                     *                 {
                     *                   "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *                   "name": {
                     *                     "zh": "桂花乌龙",
                     *                     "en": "Osmanthus oolong"
                     *                   },
                     *                   "priceFen": 1800
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "position": 1,
                     *           "soldOutStoreIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "hiddenStoreIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "createdAt": "2026-11-21T02:30:00.000Z",
                     *           "updatedAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ProductView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "CatalogAdmin.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "handle": "osmanthus-oolong",
                 *       "name": {
                 *         "zh": "桂花乌龙",
                 *         "en": "Osmanthus oolong"
                 *       },
                 *       "line": {
                 *         "zh": "桂花乌龙",
                 *         "en": "Osmanthus oolong"
                 *       },
                 *       "description": {
                 *         "zh": "桂花乌龙",
                 *         "en": "Osmanthus oolong"
                 *       },
                 *       "categoryId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *       "status": "draft",
                 *       "vendor": "text",
                 *       "tags": [
                 *         "text"
                 *       ],
                 *       "pictures": [
                 *         {
                 *           "url": "text",
                 *           "alt": "text"
                 *         }
                 *       ],
                 *       "options": [
                 *         {
                 *           "name": {
                 *             "zh": "桂花乌龙",
                 *             "en": "Osmanthus oolong"
                 *           },
                 *           "values": [
                 *             {
                 *               "zh": "桂花乌龙",
                 *               "en": "Osmanthus oolong"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "variants": [
                 *         {
                 *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *           "optionValues": [
                 *             "text"
                 *           ],
                 *           "sku": "text",
                 *           "barcode": "text",
                 *           "priceFen": 1800,
                 *           "compareAtFen": 1800,
                 *           "stock": 1
                 *         }
                 *       ],
                 *       "modifierGroups": [
                 *         {
                 *           "name": {
                 *             "zh": "桂花乌龙",
                 *             "en": "Osmanthus oolong"
                 *           },
                 *           "min": 1,
                 *           "max": 1,
                 *           "modifiers": [
                 *             {
                 *               "name": {
                 *                 "zh": "桂花乌龙",
                 *                 "en": "Osmanthus oolong"
                 *               },
                 *               "priceFen": 1800
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "position": 1
                 *     }
                 */
                "application/json": components["schemas"]["ProductInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "handle": "osmanthus-oolong",
                     *       "name": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "line": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "description": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "categoryId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "status": "draft",
                     *       "vendor": "text",
                     *       "tags": [
                     *         "text"
                     *       ],
                     *       "pictures": [
                     *         {
                     *           "url": "text",
                     *           "alt": "text"
                     *         }
                     *       ],
                     *       "options": [
                     *         {
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "values": [
                     *             {
                     *               "zh": "桂花乌龙",
                     *               "en": "Osmanthus oolong"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "variants": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "optionValues": [
                     *             "text"
                     *           ],
                     *           "sku": "text",
                     *           "barcode": "text",
                     *           "priceFen": 1800,
                     *           "compareAtFen": 1800,
                     *           "stock": 1,
                     *           "reserved": 1
                     *         }
                     *       ],
                     *       "modifierGroups": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "min": 1,
                     *           "max": 1,
                     *           "modifiers": [
                     *             {
                     *               "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "name": {
                     *                 "zh": "桂花乌龙",
                     *                 "en": "Osmanthus oolong"
                     *               },
                     *               "priceFen": 1800
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "position": 1,
                     *       "soldOutStoreIds": [
                     *         "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *       ],
                     *       "hiddenStoreIds": [
                     *         "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *       ],
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "updatedAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "CatalogAdmin.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "handle": "osmanthus-oolong",
                     *       "name": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "line": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "description": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "categoryId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "status": "draft",
                     *       "vendor": "text",
                     *       "tags": [
                     *         "text"
                     *       ],
                     *       "pictures": [
                     *         {
                     *           "url": "text",
                     *           "alt": "text"
                     *         }
                     *       ],
                     *       "options": [
                     *         {
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "values": [
                     *             {
                     *               "zh": "桂花乌龙",
                     *               "en": "Osmanthus oolong"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "variants": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "optionValues": [
                     *             "text"
                     *           ],
                     *           "sku": "text",
                     *           "barcode": "text",
                     *           "priceFen": 1800,
                     *           "compareAtFen": 1800,
                     *           "stock": 1,
                     *           "reserved": 1
                     *         }
                     *       ],
                     *       "modifierGroups": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "min": 1,
                     *           "max": 1,
                     *           "modifiers": [
                     *             {
                     *               "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "name": {
                     *                 "zh": "桂花乌龙",
                     *                 "en": "Osmanthus oolong"
                     *               },
                     *               "priceFen": 1800
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "position": 1,
                     *       "soldOutStoreIds": [
                     *         "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *       ],
                     *       "hiddenStoreIds": [
                     *         "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *       ],
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "updatedAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "CatalogAdmin.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "CatalogAdmin.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "handle": "osmanthus-oolong",
                 *       "name": {
                 *         "zh": "桂花乌龙",
                 *         "en": "Osmanthus oolong"
                 *       },
                 *       "line": {
                 *         "zh": "桂花乌龙",
                 *         "en": "Osmanthus oolong"
                 *       },
                 *       "description": {
                 *         "zh": "桂花乌龙",
                 *         "en": "Osmanthus oolong"
                 *       },
                 *       "categoryId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *       "status": "draft",
                 *       "vendor": "text",
                 *       "tags": [
                 *         "text"
                 *       ],
                 *       "pictures": [
                 *         {
                 *           "url": "text",
                 *           "alt": "text"
                 *         }
                 *       ],
                 *       "options": [
                 *         {
                 *           "name": {
                 *             "zh": "桂花乌龙",
                 *             "en": "Osmanthus oolong"
                 *           },
                 *           "values": [
                 *             {
                 *               "zh": "桂花乌龙",
                 *               "en": "Osmanthus oolong"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "variants": [
                 *         {
                 *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *           "optionValues": [
                 *             "text"
                 *           ],
                 *           "sku": "text",
                 *           "barcode": "text",
                 *           "priceFen": 1800,
                 *           "compareAtFen": 1800,
                 *           "stock": 1
                 *         }
                 *       ],
                 *       "modifierGroups": [
                 *         {
                 *           "name": {
                 *             "zh": "桂花乌龙",
                 *             "en": "Osmanthus oolong"
                 *           },
                 *           "min": 1,
                 *           "max": 1,
                 *           "modifiers": [
                 *             {
                 *               "name": {
                 *                 "zh": "桂花乌龙",
                 *                 "en": "Osmanthus oolong"
                 *               },
                 *               "priceFen": 1800
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "position": 1
                 *     }
                 */
                "application/json": {
                    handle?: string;
                    name?: components["schemas"]["LocalizedIn"];
                    line?: components["schemas"]["LocalizedIn"] | null;
                    description?: components["schemas"]["LongLocalizedIn"];
                    categoryId?: string | null;
                    /** @enum {string} */
                    status?: "draft" | "active" | "archived";
                    vendor?: string;
                    tags?: string[];
                    pictures?: {
                        url: string;
                        /** @default  */
                        alt?: string;
                    }[];
                    options?: components["schemas"]["OptionInputIn"][];
                    variants?: components["schemas"]["VariantInput"][];
                    modifierGroups?: components["schemas"]["ModifierGroupInput"][];
                    position?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "handle": "osmanthus-oolong",
                     *       "name": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "line": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "description": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "categoryId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "status": "draft",
                     *       "vendor": "text",
                     *       "tags": [
                     *         "text"
                     *       ],
                     *       "pictures": [
                     *         {
                     *           "url": "text",
                     *           "alt": "text"
                     *         }
                     *       ],
                     *       "options": [
                     *         {
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "values": [
                     *             {
                     *               "zh": "桂花乌龙",
                     *               "en": "Osmanthus oolong"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "variants": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "optionValues": [
                     *             "text"
                     *           ],
                     *           "sku": "text",
                     *           "barcode": "text",
                     *           "priceFen": 1800,
                     *           "compareAtFen": 1800,
                     *           "stock": 1,
                     *           "reserved": 1
                     *         }
                     *       ],
                     *       "modifierGroups": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "min": 1,
                     *           "max": 1,
                     *           "modifiers": [
                     *             {
                     *               "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "name": {
                     *                 "zh": "桂花乌龙",
                     *                 "en": "Osmanthus oolong"
                     *               },
                     *               "priceFen": 1800
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "position": 1,
                     *       "soldOutStoreIds": [
                     *         "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *       ],
                     *       "hiddenStoreIds": [
                     *         "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *       ],
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "updatedAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "CatalogAdmin.setAvailability": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *       "hidden": true,
                 *       "soldOutToday": true
                 *     }
                 */
                "application/json": components["schemas"]["SetAvailability"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "handle": "osmanthus-oolong",
                     *       "name": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "line": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "description": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "categoryId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "status": "draft",
                     *       "vendor": "text",
                     *       "tags": [
                     *         "text"
                     *       ],
                     *       "pictures": [
                     *         {
                     *           "url": "text",
                     *           "alt": "text"
                     *         }
                     *       ],
                     *       "options": [
                     *         {
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "values": [
                     *             {
                     *               "zh": "桂花乌龙",
                     *               "en": "Osmanthus oolong"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "variants": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "optionValues": [
                     *             "text"
                     *           ],
                     *           "sku": "text",
                     *           "barcode": "text",
                     *           "priceFen": 1800,
                     *           "compareAtFen": 1800,
                     *           "stock": 1,
                     *           "reserved": 1
                     *         }
                     *       ],
                     *       "modifierGroups": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "min": 1,
                     *           "max": 1,
                     *           "modifiers": [
                     *             {
                     *               "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "name": {
                     *                 "zh": "桂花乌龙",
                     *                 "en": "Osmanthus oolong"
                     *               },
                     *               "priceFen": 1800
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "position": 1,
                     *       "soldOutStoreIds": [
                     *         "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *       ],
                     *       "hiddenStoreIds": [
                     *         "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *       ],
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "updatedAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "CatalogAdmin.export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "CatalogAdmin.import": {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dryRun": true,
                     *       "rows": 1,
                     *       "created": 1,
                     *       "updated": 1,
                     *       "unchanged": 1,
                     *       "refused": [
                     *         {
                     *           "line": 1,
                     *           "handle": "osmanthus-oolong",
                     *           "reason": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReconciliationAdmin.alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "notices": [
                     *         {
                     *           "kind": "payment_notices",
                     *           "unheard": 1,
                     *           "since": "2026-11-21T02:30:00.000Z",
                     *           "lastHeardAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "openTasks": 1,
                     *       "urgentTasks": 1,
                     *       "failingDays": 1
                     *     }
                     */
                    "application/json": components["schemas"]["MoneyAlarmsView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReconciliationAdmin.days": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "waiting" | "failing" | "matched" | "differing";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "2026-11-21",
                     *           "state": "waiting",
                     *           "problem": "text",
                     *           "nextTryAt": "2026-11-21T02:30:00.000Z",
                     *           "fetchedAt": "2026-11-21T02:30:00.000Z",
                     *           "theirs": {
                     *             "payments": 1,
                     *             "paymentsFen": 1800,
                     *             "refunds": 1,
                     *             "refundsFen": 1800,
                     *             "feeFen": 1800
                     *           },
                     *           "ours": {
                     *             "payments": 1,
                     *             "paymentsFen": 1800,
                     *             "refunds": 1,
                     *             "refundsFen": 1800,
                     *             "feeFen": 1800
                     *           },
                     *           "matched": 1,
                     *           "openTasks": 1,
                     *           "closedTasks": 1,
                     *           "waiting": 1,
                     *           "otherApps": 1,
                     *           "openingFen": 1800,
                     *           "closingFen": 1800
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["BillDayView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReconciliationAdmin.fetch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReconciliationAdmin.rows": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                day?: string;
                bill?: "trade" | "fund";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "day": "2026-11-21",
                     *           "bill": "trade",
                     *           "kind": "payment",
                     *           "number": "20261121-0042",
                     *           "wechatNumber": "text",
                     *           "at": "2026-11-21T02:30:00.000Z",
                     *           "amountFen": 1800,
                     *           "feeFen": 1800,
                     *           "feeRate": "text",
                     *           "state": "text",
                     *           "business": "text",
                     *           "balanceFen": 1800,
                     *           "differs": true
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["BillRowView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReconciliationAdmin.tasks": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "open" | "closed";
                kind?: "missing_here" | "missing_there" | "amount" | "state" | "duplicate" | "fee" | "fee_rate" | "bill_sum" | "fund_missing" | "fund_amount" | "fund_unknown" | "fund_fee" | "balance" | "refund_failed" | "payment_mismatch";
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "kind": "missing_here",
                     *           "day": "2026-11-21",
                     *           "subject": "payment",
                     *           "number": "20261121-0042",
                     *           "transactionId": "text",
                     *           "orderId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "about": "text",
                     *           "ours": {
                     *             "amountFen": 1800,
                     *             "feeFen": 1800,
                     *             "rate": "text",
                     *             "state": "text",
                     *             "at": "2026-11-21T02:30:00.000Z",
                     *             "count": 1,
                     *             "balanceFen": 1800
                     *           },
                     *           "theirs": {
                     *             "amountFen": 1800,
                     *             "feeFen": 1800,
                     *             "rate": "text",
                     *             "state": "text",
                     *             "at": "2026-11-21T02:30:00.000Z",
                     *             "count": 1,
                     *             "balanceFen": 1800
                     *           },
                     *           "differenceFen": 1800,
                     *           "status": "open",
                     *           "createdAt": "2026-11-21T02:30:00.000Z",
                     *           "closedAt": "2026-11-21T02:30:00.000Z",
                     *           "closedBy": "text",
                     *           "reason": "text"
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["MoneyTaskView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReconciliationAdmin.close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "text"
                 *     }
                 */
                "application/json": components["schemas"]["CloseMoneyTask"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReconciliationAdmin.reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "name": "text",
                     *         "permissions": [
                     *           "orders:read"
                     *         ],
                     *         "builtIn": true
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["RoleView"][];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.createRole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "text",
                 *       "permissions": [
                 *         "orders:read"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RoleInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "name": "text",
                     *       "permissions": [
                     *         "orders:read"
                     *       ],
                     *       "builtIn": true
                     *     }
                     */
                    "application/json": components["schemas"]["RoleView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.updateRole": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "text",
                 *       "permissions": [
                 *         "orders:read"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RoleInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "name": "text",
                     *       "permissions": [
                     *         "orders:read"
                     *       ],
                     *       "builtIn": true
                     *     }
                     */
                    "application/json": components["schemas"]["RoleView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.deleteRole": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ShippingAdmin.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "waiting" | "reported" | "settled" | "failed" | "handled" | "not_needed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "orderId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "orderNumber": "text",
                     *           "amountFen": 1800,
                     *           "logistics": "express",
                     *           "status": "waiting",
                     *           "code": "text",
                     *           "message": "text",
                     *           "tries": 1,
                     *           "createdAt": "2026-11-21T02:30:00.000Z",
                     *           "reportedAt": "2026-11-21T02:30:00.000Z",
                     *           "settledAt": "2026-11-21T02:30:00.000Z",
                     *           "handledBy": "text",
                     *           "handledReason": "text"
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ShippingReportView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ShippingAdmin.handle": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "text"
                 *     }
                 */
                "application/json": components["schemas"]["HandleShippingReport"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ShippingAdmin.retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ShippingAdmin.money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unreportedFen": 1800,
                     *       "unsettledFen": 1800,
                     *       "failed": 1
                     *     }
                     */
                    "application/json": components["schemas"]["MoneyWaitingView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.signIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "lin@example.com",
                 *       "password": "text",
                 *       "totp": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["SignInOperator"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "email": "text",
                     *       "name": "text",
                     *       "roleId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "roleName": "text",
                     *       "permissions": [
                     *         "orders:read"
                     *       ],
                     *       "storeIds": [
                     *         "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *       ],
                     *       "totpEnabled": true,
                     *       "disabled": true,
                     *       "createdAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OperatorView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OperatorsAdmin.signOut": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "StoresAdmin.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "name": {
                     *           "zh": "桂花乌龙",
                     *           "en": "Osmanthus oolong"
                     *         },
                     *         "address": {
                     *           "zh": "桂花乌龙",
                     *           "en": "Osmanthus oolong"
                     *         },
                     *         "phone": "02888886666",
                     *         "latitude": 30.6571,
                     *         "longitude": 104.0823,
                     *         "timeZone": "Asia/Shanghai",
                     *         "pictureUrl": "text",
                     *         "hours": [
                     *           [
                     *             {
                     *               "from": "08:00",
                     *               "to": "22:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "from": "08:00",
                     *               "to": "22:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "from": "08:00",
                     *               "to": "22:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "from": "08:00",
                     *               "to": "22:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "from": "08:00",
                     *               "to": "22:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "from": "08:00",
                     *               "to": "22:00"
                     *             }
                     *           ],
                     *           [
                     *             {
                     *               "from": "08:00",
                     *               "to": "22:00"
                     *             }
                     *           ]
                     *         ],
                     *         "exceptions": [
                     *           {
                     *             "date": "2026-11-21",
                     *             "intervals": [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "22:00"
                     *               }
                     *             ],
                     *             "note": "text"
                     *           }
                     *         ],
                     *         "closedUntil": "2026-11-21T02:30:00.000Z",
                     *         "pickup": true,
                     *         "delivery": false,
                     *         "dineIn": true,
                     *         "deliveryFeeFen": 1800,
                     *         "freeDeliveryOverFen": 1800,
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "createdAt": "2026-11-21T02:30:00.000Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["StoreView"][];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "StoresAdmin.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": {
                 *         "zh": "桂花乌龙",
                 *         "en": "Osmanthus oolong"
                 *       },
                 *       "address": {
                 *         "zh": "桂花乌龙",
                 *         "en": "Osmanthus oolong"
                 *       },
                 *       "phone": "02888886666",
                 *       "latitude": 30.6571,
                 *       "longitude": 104.0823,
                 *       "timeZone": "Asia/Shanghai",
                 *       "pictureUrl": "text",
                 *       "hours": [
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ]
                 *       ],
                 *       "exceptions": [
                 *         {
                 *           "date": "2026-11-21",
                 *           "intervals": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "22:00"
                 *             }
                 *           ],
                 *           "note": "text"
                 *         }
                 *       ],
                 *       "closedUntil": "2026-11-21T02:30:00.000Z",
                 *       "pickup": true,
                 *       "delivery": false,
                 *       "dineIn": true,
                 *       "deliveryFeeFen": 1800,
                 *       "freeDeliveryOverFen": 1800
                 *     }
                 */
                "application/json": components["schemas"]["StoreInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "address": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "phone": "02888886666",
                     *       "latitude": 30.6571,
                     *       "longitude": 104.0823,
                     *       "timeZone": "Asia/Shanghai",
                     *       "pictureUrl": "text",
                     *       "hours": [
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ]
                     *       ],
                     *       "exceptions": [
                     *         {
                     *           "date": "2026-11-21",
                     *           "intervals": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "22:00"
                     *             }
                     *           ],
                     *           "note": "text"
                     *         }
                     *       ],
                     *       "closedUntil": "2026-11-21T02:30:00.000Z",
                     *       "pickup": true,
                     *       "delivery": false,
                     *       "dineIn": true,
                     *       "deliveryFeeFen": 1800,
                     *       "freeDeliveryOverFen": 1800,
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "createdAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["StoreView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "StoresAdmin.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "address": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "phone": "02888886666",
                     *       "latitude": 30.6571,
                     *       "longitude": 104.0823,
                     *       "timeZone": "Asia/Shanghai",
                     *       "pictureUrl": "text",
                     *       "hours": [
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ]
                     *       ],
                     *       "exceptions": [
                     *         {
                     *           "date": "2026-11-21",
                     *           "intervals": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "22:00"
                     *             }
                     *           ],
                     *           "note": "text"
                     *         }
                     *       ],
                     *       "closedUntil": "2026-11-21T02:30:00.000Z",
                     *       "pickup": true,
                     *       "delivery": false,
                     *       "dineIn": true,
                     *       "deliveryFeeFen": 1800,
                     *       "freeDeliveryOverFen": 1800,
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "createdAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["StoreView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "StoresAdmin.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": {
                 *         "zh": "桂花乌龙",
                 *         "en": "Osmanthus oolong"
                 *       },
                 *       "address": {
                 *         "zh": "桂花乌龙",
                 *         "en": "Osmanthus oolong"
                 *       },
                 *       "phone": "02888886666",
                 *       "latitude": 30.6571,
                 *       "longitude": 104.0823,
                 *       "timeZone": "Asia/Shanghai",
                 *       "pictureUrl": "text",
                 *       "hours": [
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ],
                 *         [
                 *           {
                 *             "from": "08:00",
                 *             "to": "22:00"
                 *           }
                 *         ]
                 *       ],
                 *       "exceptions": [
                 *         {
                 *           "date": "2026-11-21",
                 *           "intervals": [
                 *             {
                 *               "from": "08:00",
                 *               "to": "22:00"
                 *             }
                 *           ],
                 *           "note": "text"
                 *         }
                 *       ],
                 *       "closedUntil": "2026-11-21T02:30:00.000Z",
                 *       "pickup": true,
                 *       "delivery": true,
                 *       "dineIn": true,
                 *       "deliveryFeeFen": 1800,
                 *       "freeDeliveryOverFen": 1800
                 *     }
                 */
                "application/json": {
                    name?: components["schemas"]["LocalizedIn"];
                    address?: components["schemas"]["LocalizedIn"];
                    phone?: string;
                    latitude?: number;
                    longitude?: number;
                    timeZone?: string;
                    pictureUrl?: string | null;
                    hours?: components["schemas"]["Interval"][][];
                    exceptions?: components["schemas"]["HoursExceptionIn"][];
                    closedUntil?: string | null;
                    pickup?: boolean;
                    delivery?: boolean;
                    dineIn?: boolean;
                    deliveryFeeFen?: number;
                    freeDeliveryOverFen?: number | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "address": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "phone": "02888886666",
                     *       "latitude": 30.6571,
                     *       "longitude": 104.0823,
                     *       "timeZone": "Asia/Shanghai",
                     *       "pictureUrl": "text",
                     *       "hours": [
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ]
                     *       ],
                     *       "exceptions": [
                     *         {
                     *           "date": "2026-11-21",
                     *           "intervals": [
                     *             {
                     *               "from": "08:00",
                     *               "to": "22:00"
                     *             }
                     *           ],
                     *           "note": "text"
                     *         }
                     *       ],
                     *       "closedUntil": "2026-11-21T02:30:00.000Z",
                     *       "pickup": true,
                     *       "delivery": false,
                     *       "dineIn": true,
                     *       "deliveryFeeFen": 1800,
                     *       "freeDeliveryOverFen": 1800,
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "createdAt": "2026-11-21T02:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["StoreView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "StoresAdmin.codes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "kind": "door",
                     *         "label": "text",
                     *         "scene": "d-7f3a91c2",
                     *         "page": "text",
                     *         "imageUrl": "text",
                     *         "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["CodeView"][];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "StoresAdmin.createCode": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "door",
                 *       "label": "text",
                 *       "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                 *     }
                 */
                "application/json": components["schemas"]["CreateCode"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "kind": "door",
                     *       "label": "text",
                     *       "scene": "d-7f3a91c2",
                     *       "page": "text",
                     *       "imageUrl": "text",
                     *       "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *     }
                     */
                    "application/json": components["schemas"]["CodeView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "StoresAdmin.deleteCode": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                codeId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "StoresAdmin.image": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                codeId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": unknown;
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "CatalogAdmin.setStock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "stock": 1
                 *     }
                 */
                "application/json": components["schemas"]["SetStock"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "optionValues": [
                     *         "text"
                     *       ],
                     *       "sku": "text",
                     *       "barcode": "text",
                     *       "priceFen": 1800,
                     *       "compareAtFen": 1800,
                     *       "stock": 1,
                     *       "reserved": 1
                     *     }
                     */
                    "application/json": components["schemas"]["VariantView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Stores.scanned": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scene: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "door",
                     *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "tableId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "tableLabel": "text",
                     *       "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *     }
                     */
                    "application/json": components["schemas"]["ScannedCode"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Identity.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "nickname": "text",
                     *       "avatarUrl": "text",
                     *       "phoneNumber": "13800138000",
                     *       "locale": "zh",
                     *       "privacyVersion": "text",
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "checks": {
                     *         "nickname": {
                     *           "status": "waiting",
                     *           "text": "text",
                     *           "pictureUrl": "text",
                     *           "label": 1,
                     *           "reason": "text",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         },
                     *         "avatar": {
                     *           "status": "waiting",
                     *           "text": "text",
                     *           "pictureUrl": "text",
                     *           "label": 1,
                     *           "reason": "text",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OwnCustomerView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Identity.delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Identity.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "nickname": "text",
                 *       "locale": "zh"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateCustomer"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "nickname": "text",
                     *       "avatarUrl": "text",
                     *       "phoneNumber": "13800138000",
                     *       "locale": "zh",
                     *       "privacyVersion": "text",
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "checks": {
                     *         "nickname": {
                     *           "status": "waiting",
                     *           "text": "text",
                     *           "pictureUrl": "text",
                     *           "label": 1,
                     *           "reason": "text",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         },
                     *         "avatar": {
                     *           "status": "waiting",
                     *           "text": "text",
                     *           "pictureUrl": "text",
                     *           "label": 1,
                     *           "reason": "text",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OwnCustomerView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Identity.listAddresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "name": "text",
                     *         "phone": "02888886666",
                     *         "region": "text",
                     *         "detail": "text",
                     *         "isDefault": true
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["AddressView"][];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Identity.addAddress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "text",
                 *       "phone": "02888886666",
                 *       "region": "text",
                 *       "detail": "text",
                 *       "isDefault": false
                 *     }
                 */
                "application/json": components["schemas"]["AddressInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "name": "text",
                     *       "phone": "02888886666",
                     *       "region": "text",
                     *       "detail": "text",
                     *       "isDefault": true
                     *     }
                     */
                    "application/json": components["schemas"]["AddressView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Identity.changeAddress": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "text",
                 *       "phone": "02888886666",
                 *       "region": "text",
                 *       "detail": "text",
                 *       "isDefault": false
                 *     }
                 */
                "application/json": components["schemas"]["AddressInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "name": "text",
                     *       "phone": "02888886666",
                     *       "region": "text",
                     *       "detail": "text",
                     *       "isDefault": true
                     *     }
                     */
                    "application/json": components["schemas"]["AddressView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Identity.removeAddress": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Identity.avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "nickname": "text",
                     *       "avatarUrl": "text",
                     *       "phoneNumber": "13800138000",
                     *       "locale": "zh",
                     *       "privacyVersion": "text",
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "checks": {
                     *         "nickname": {
                     *           "status": "waiting",
                     *           "text": "text",
                     *           "pictureUrl": "text",
                     *           "label": 1,
                     *           "reason": "text",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         },
                     *         "avatar": {
                     *           "status": "waiting",
                     *           "text": "text",
                     *           "pictureUrl": "text",
                     *           "label": 1,
                     *           "reason": "text",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OwnCustomerView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Identity.consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": "text"
                 *     }
                 */
                "application/json": components["schemas"]["GiveConsent"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "nickname": "text",
                     *       "avatarUrl": "text",
                     *       "phoneNumber": "13800138000",
                     *       "locale": "zh",
                     *       "privacyVersion": "text",
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "checks": {
                     *         "nickname": {
                     *           "status": "waiting",
                     *           "text": "text",
                     *           "pictureUrl": "text",
                     *           "label": 1,
                     *           "reason": "text",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         },
                     *         "avatar": {
                     *           "status": "waiting",
                     *           "text": "text",
                     *           "pictureUrl": "text",
                     *           "label": 1,
                     *           "reason": "text",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OwnCustomerView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Identity.export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Identity.phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "text"
                 *     }
                 */
                "application/json": components["schemas"]["LinkPhone"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "nickname": "text",
                     *       "avatarUrl": "text",
                     *       "phoneNumber": "13800138000",
                     *       "locale": "zh",
                     *       "privacyVersion": "text",
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "checks": {
                     *         "nickname": {
                     *           "status": "waiting",
                     *           "text": "text",
                     *           "pictureUrl": "text",
                     *           "label": 1,
                     *           "reason": "text",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         },
                     *         "avatar": {
                     *           "status": "waiting",
                     *           "text": "text",
                     *           "pictureUrl": "text",
                     *           "label": 1,
                     *           "reason": "text",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OwnCustomerView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Messaging.answered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answers": {}
                 *     }
                 */
                "application/json": components["schemas"]["SubscribeAnswers"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Messaging.asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "templateIds": [
                     *         "text"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AskView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Orders.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "unpaid" | "paid" | "accepted" | "ready" | "completed" | "cancelled" | "expired";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "number": "20261121-0042",
                     *           "pickupNumber": "A42",
                     *           "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "storeName": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "status": "unpaid",
                     *           "refundStatus": "none",
                     *           "fulfilment": "pickup",
                     *           "tableLabel": "text",
                     *           "address": {
                     *             "name": "text",
                     *             "phone": "02888886666",
                     *             "region": "text",
                     *             "detail": "text"
                     *           },
                     *           "note": "text",
                     *           "lines": [
                     *             {
                     *               "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "modifierIds": [
                     *                 "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *               ],
                     *               "name": {
                     *                 "zh": "桂花乌龙",
                     *                 "en": "Osmanthus oolong"
                     *               },
                     *               "choice": "text",
                     *               "pictureUrl": "text",
                     *               "unitFen": 1800,
                     *               "quantity": 1,
                     *               "totalFen": 1800,
                     *               "refundedQuantity": 1
                     *             }
                     *           ],
                     *           "steps": [
                     *             {
                     *               "kind": "items",
                     *               "label": {
                     *                 "zh": "桂花乌龙",
                     *                 "en": "Osmanthus oolong"
                     *               },
                     *               "amountFen": 1800
                     *             }
                     *           ],
                     *           "totalFen": 1800,
                     *           "refundedFen": 1800,
                     *           "refunds": [
                     *             {
                     *               "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "amountFen": 1800,
                     *               "reason": "text",
                     *               "status": "pending",
                     *               "createdAt": "2026-11-21T02:30:00.000Z"
                     *             }
                     *           ],
                     *           "createdAt": "2026-11-21T02:30:00.000Z",
                     *           "expiresAt": "2026-11-21T02:30:00.000Z",
                     *           "paidAt": "2026-11-21T02:30:00.000Z",
                     *           "history": [
                     *             {
                     *               "at": "2026-11-21T02:30:00.000Z",
                     *               "status": "unpaid",
                     *               "event": "text",
                     *               "by": "text"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["OrderView"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Orders.submit": {
        parameters: {
            query?: never;
            header: {
                /** @example 0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *       "lines": [
                 *         {
                 *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *           "modifierIds": [
                 *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                 *           ],
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "fulfilment": "pickup",
                 *       "addressId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *       "tableId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *       "quoteHash": "9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f",
                 *       "note": "text",
                 *       "contactPhone": "13800138000"
                 *     }
                 */
                "application/json": components["schemas"]["SubmitOrder"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "number": "20261121-0042",
                     *       "pickupNumber": "A42",
                     *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "storeName": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "status": "unpaid",
                     *       "refundStatus": "none",
                     *       "fulfilment": "pickup",
                     *       "tableLabel": "text",
                     *       "address": {
                     *         "name": "text",
                     *         "phone": "02888886666",
                     *         "region": "text",
                     *         "detail": "text"
                     *       },
                     *       "note": "text",
                     *       "lines": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "modifierIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "choice": "text",
                     *           "pictureUrl": "text",
                     *           "unitFen": 1800,
                     *           "quantity": 1,
                     *           "totalFen": 1800,
                     *           "refundedQuantity": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "kind": "items",
                     *           "label": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "amountFen": 1800
                     *         }
                     *       ],
                     *       "totalFen": 1800,
                     *       "refundedFen": 1800,
                     *       "refunds": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "amountFen": 1800,
                     *           "reason": "text",
                     *           "status": "pending",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "expiresAt": "2026-11-21T02:30:00.000Z",
                     *       "paidAt": "2026-11-21T02:30:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-11-21T02:30:00.000Z",
                     *           "status": "unpaid",
                     *           "event": "text",
                     *           "by": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Orders.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "number": "20261121-0042",
                     *       "pickupNumber": "A42",
                     *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "storeName": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "status": "unpaid",
                     *       "refundStatus": "none",
                     *       "fulfilment": "pickup",
                     *       "tableLabel": "text",
                     *       "address": {
                     *         "name": "text",
                     *         "phone": "02888886666",
                     *         "region": "text",
                     *         "detail": "text"
                     *       },
                     *       "note": "text",
                     *       "lines": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "modifierIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "choice": "text",
                     *           "pictureUrl": "text",
                     *           "unitFen": 1800,
                     *           "quantity": 1,
                     *           "totalFen": 1800,
                     *           "refundedQuantity": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "kind": "items",
                     *           "label": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "amountFen": 1800
                     *         }
                     *       ],
                     *       "totalFen": 1800,
                     *       "refundedFen": 1800,
                     *       "refunds": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "amountFen": 1800,
                     *           "reason": "text",
                     *           "status": "pending",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "expiresAt": "2026-11-21T02:30:00.000Z",
                     *       "paidAt": "2026-11-21T02:30:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-11-21T02:30:00.000Z",
                     *           "status": "unpaid",
                     *           "event": "text",
                     *           "by": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Orders.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "number": "20261121-0042",
                     *       "pickupNumber": "A42",
                     *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "storeName": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "status": "unpaid",
                     *       "refundStatus": "none",
                     *       "fulfilment": "pickup",
                     *       "tableLabel": "text",
                     *       "address": {
                     *         "name": "text",
                     *         "phone": "02888886666",
                     *         "region": "text",
                     *         "detail": "text"
                     *       },
                     *       "note": "text",
                     *       "lines": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "modifierIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "choice": "text",
                     *           "pictureUrl": "text",
                     *           "unitFen": 1800,
                     *           "quantity": 1,
                     *           "totalFen": 1800,
                     *           "refundedQuantity": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "kind": "items",
                     *           "label": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "amountFen": 1800
                     *         }
                     *       ],
                     *       "totalFen": 1800,
                     *       "refundedFen": 1800,
                     *       "refunds": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "amountFen": 1800,
                     *           "reason": "text",
                     *           "status": "pending",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "expiresAt": "2026-11-21T02:30:00.000Z",
                     *       "paidAt": "2026-11-21T02:30:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-11-21T02:30:00.000Z",
                     *           "status": "unpaid",
                     *           "event": "text",
                     *           "by": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Orders.checkPayment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "number": "20261121-0042",
                     *       "pickupNumber": "A42",
                     *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "storeName": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "status": "unpaid",
                     *       "refundStatus": "none",
                     *       "fulfilment": "pickup",
                     *       "tableLabel": "text",
                     *       "address": {
                     *         "name": "text",
                     *         "phone": "02888886666",
                     *         "region": "text",
                     *         "detail": "text"
                     *       },
                     *       "note": "text",
                     *       "lines": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "modifierIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "choice": "text",
                     *           "pictureUrl": "text",
                     *           "unitFen": 1800,
                     *           "quantity": 1,
                     *           "totalFen": 1800,
                     *           "refundedQuantity": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "kind": "items",
                     *           "label": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "amountFen": 1800
                     *         }
                     *       ],
                     *       "totalFen": 1800,
                     *       "refundedFen": 1800,
                     *       "refunds": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "amountFen": 1800,
                     *           "reason": "text",
                     *           "status": "pending",
                     *           "createdAt": "2026-11-21T02:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-21T02:30:00.000Z",
                     *       "expiresAt": "2026-11-21T02:30:00.000Z",
                     *       "paidAt": "2026-11-21T02:30:00.000Z",
                     *       "history": [
                     *         {
                     *           "at": "2026-11-21T02:30:00.000Z",
                     *           "status": "unpaid",
                     *           "event": "text",
                     *           "by": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Orders.pay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "timeStamp": "text",
                     *       "nonceStr": "text",
                     *       "package": "text",
                     *       "signType": "RSA",
                     *       "paySign": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentParams"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Identity.privacy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "text",
                     *       "title": "text",
                     *       "text": "text",
                     *       "filingNumber": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["PrivacyView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Catalog.list": {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                storeId: string;
                q?: string;
                categoryId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "handle": "osmanthus-oolong",
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "line": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "description": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "categoryId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "pictures": [
                     *             {
                     *               "url": "text",
                     *               "alt": "text"
                     *             }
                     *           ],
                     *           "options": [
                     *             {
                     *               "name": {
                     *                 "zh": "桂花乌龙",
                     *                 "en": "Osmanthus oolong"
                     *               },
                     *               "values": [
                     *                 {
                     *                   "zh": "桂花乌龙",
                     *                   "en": "Osmanthus oolong"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "variants": [
                     *             {
                     *               "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "optionValues": [
                     *                 "text"
                     *               ],
                     *               "priceFen": 1800,
                     *               "compareAtFen": 1800,
                     *               "available": 1
                     *             }
                     *           ],
                     *           "modifierGroups": [
                     *             {
                     *               "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "name": {
                     *                 "zh": "桂花乌龙",
                     *                 "en": "Osmanthus oolong"
                     *               },
                     *               "min": 1,
                     *               "max": 1,
                     *               "modifiers": [
                     *                 {
                     *                   "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *                   "name": {
                     *                     "zh": "桂花乌龙",
                     *                     "en": "Osmanthus oolong"
                     *                   },
                     *                   "priceFen": 1800
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "soldOut": true
                     *         }
                     *       ],
                     *       "nextCursor": "text"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["StorefrontProduct"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Catalog.one": {
        parameters: {
            query?: {
                storeId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "handle": "osmanthus-oolong",
                     *       "name": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "line": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "description": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "categoryId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "pictures": [
                     *         {
                     *           "url": "text",
                     *           "alt": "text"
                     *         }
                     *       ],
                     *       "options": [
                     *         {
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "values": [
                     *             {
                     *               "zh": "桂花乌龙",
                     *               "en": "Osmanthus oolong"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "variants": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "optionValues": [
                     *             "text"
                     *           ],
                     *           "priceFen": 1800,
                     *           "compareAtFen": 1800,
                     *           "available": 1
                     *         }
                     *       ],
                     *       "modifierGroups": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "min": 1,
                     *           "max": 1,
                     *           "modifiers": [
                     *             {
                     *               "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "name": {
                     *                 "zh": "桂花乌龙",
                     *                 "en": "Osmanthus oolong"
                     *               },
                     *               "priceFen": 1800
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "soldOut": true
                     *     }
                     */
                    "application/json": components["schemas"]["StorefrontProduct"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Orders.quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *       "lines": [
                 *         {
                 *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *           "modifierIds": [
                 *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                 *           ],
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "fulfilment": "pickup",
                 *       "addressId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *       "tableId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                 *     }
                 */
                "application/json": components["schemas"]["QuoteInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "lines": [
                     *         {
                     *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "modifierIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "quantity": 1,
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "choice": "text",
                     *           "pictureUrl": "text",
                     *           "unitFen": 1800,
                     *           "totalFen": 1800,
                     *           "problem": "sold_out"
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "kind": "items",
                     *           "label": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "amountFen": 1800
                     *         }
                     *       ],
                     *       "totalFen": 1800,
                     *       "hash": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["QuoteView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Identity.signIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "text"
                 *     }
                 */
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "text",
                     *       "expiresAt": "2026-11-21T02:30:00.000Z",
                     *       "customer": {
                     *         "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *         "nickname": "text",
                     *         "avatarUrl": "text",
                     *         "phoneNumber": "13800138000",
                     *         "locale": "zh",
                     *         "privacyVersion": "text",
                     *         "createdAt": "2026-11-21T02:30:00.000Z",
                     *         "checks": {
                     *           "nickname": {
                     *             "status": "waiting",
                     *             "text": "text",
                     *             "pictureUrl": "text",
                     *             "label": 1,
                     *             "reason": "text",
                     *             "createdAt": "2026-11-21T02:30:00.000Z"
                     *           },
                     *           "avatar": {
                     *             "status": "waiting",
                     *             "text": "text",
                     *             "pictureUrl": "text",
                     *             "label": 1,
                     *             "reason": "text",
                     *             "createdAt": "2026-11-21T02:30:00.000Z"
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Stores.list": {
        parameters: {
            query?: {
                latitude?: number;
                longitude?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "address": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "phone": "02888886666",
                     *           "latitude": 30.6571,
                     *           "longitude": 104.0823,
                     *           "pictureUrl": "text",
                     *           "open": true,
                     *           "openUntil": "2026-11-21T02:30:00.000Z",
                     *           "opensAt": "2026-11-21T02:30:00.000Z",
                     *           "distanceMetres": 1,
                     *           "pickup": true,
                     *           "delivery": true,
                     *           "dineIn": true,
                     *           "deliveryFeeFen": 1800,
                     *           "freeDeliveryOverFen": 1800,
                     *           "hours": [
                     *             [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "22:00"
                     *               }
                     *             ],
                     *             [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "22:00"
                     *               }
                     *             ],
                     *             [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "22:00"
                     *               }
                     *             ],
                     *             [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "22:00"
                     *               }
                     *             ],
                     *             [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "22:00"
                     *               }
                     *             ],
                     *             [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "22:00"
                     *               }
                     *             ],
                     *             [
                     *               {
                     *                 "from": "08:00",
                     *                 "to": "22:00"
                     *               }
                     *             ]
                     *           ],
                     *           "timeZone": "Asia/Shanghai"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["StorefrontStore"][];
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Stores.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "name": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "address": {
                     *         "zh": "桂花乌龙",
                     *         "en": "Osmanthus oolong"
                     *       },
                     *       "phone": "02888886666",
                     *       "latitude": 30.6571,
                     *       "longitude": 104.0823,
                     *       "pictureUrl": "text",
                     *       "open": true,
                     *       "openUntil": "2026-11-21T02:30:00.000Z",
                     *       "opensAt": "2026-11-21T02:30:00.000Z",
                     *       "distanceMetres": 1,
                     *       "pickup": true,
                     *       "delivery": true,
                     *       "dineIn": true,
                     *       "deliveryFeeFen": 1800,
                     *       "freeDeliveryOverFen": 1800,
                     *       "hours": [
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ],
                     *         [
                     *           {
                     *             "from": "08:00",
                     *             "to": "22:00"
                     *           }
                     *         ]
                     *       ],
                     *       "timeZone": "Asia/Shanghai"
                     *     }
                     */
                    "application/json": components["schemas"]["StorefrontStore"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Orders.cart": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                storeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "lines": [
                     *         {
                     *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "modifierIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "quantity": 1,
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "choice": "text",
                     *           "pictureUrl": "text",
                     *           "unitFen": 1800,
                     *           "totalFen": 1800,
                     *           "problem": "sold_out"
                     *         }
                     *       ],
                     *       "count": 1,
                     *       "totalFen": 1800
                     *     }
                     */
                    "application/json": components["schemas"]["CartView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Orders.keepCart": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                storeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                 *           "modifierIds": [
                 *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                 *           ],
                 *           "quantity": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CartInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "storeId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *       "lines": [
                     *         {
                     *           "variantId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "productId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "modifierIds": [
                     *             "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f"
                     *           ],
                     *           "quantity": 1,
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "choice": "text",
                     *           "pictureUrl": "text",
                     *           "unitFen": 1800,
                     *           "totalFen": 1800,
                     *           "problem": "sold_out"
                     *         }
                     *       ],
                     *       "count": 1,
                     *       "totalFen": 1800
                     *     }
                     */
                    "application/json": components["schemas"]["CartView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Catalog.menu": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                storeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "categories": [
                     *         {
                     *           "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *           "name": {
                     *             "zh": "桂花乌龙",
                     *             "en": "Osmanthus oolong"
                     *           },
                     *           "products": [
                     *             {
                     *               "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "handle": "osmanthus-oolong",
                     *               "name": {
                     *                 "zh": "桂花乌龙",
                     *                 "en": "Osmanthus oolong"
                     *               },
                     *               "line": {
                     *                 "zh": "桂花乌龙",
                     *                 "en": "Osmanthus oolong"
                     *               },
                     *               "description": {
                     *                 "zh": "桂花乌龙",
                     *                 "en": "Osmanthus oolong"
                     *               },
                     *               "categoryId": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *               "pictures": [
                     *                 {
                     *                   "url": "text",
                     *                   "alt": "text"
                     *                 }
                     *               ],
                     *               "options": [
                     *                 {
                     *                   "name": {
                     *                     "zh": "桂花乌龙",
                     *                     "en": "Osmanthus oolong"
                     *                   },
                     *                   "values": [
                     *                     {
                     *                       "zh": "桂花乌龙",
                     *                       "en": "Osmanthus oolong"
                     *                     }
                     *                   ]
                     *                 }
                     *               ],
                     *               "variants": [
                     *                 {
                     *                   "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *                   "optionValues": [
                     *                     "text"
                     *                   ],
                     *                   "priceFen": 1800,
                     *                   "compareAtFen": 1800,
                     *                   "available": 1
                     *                 }
                     *               ],
                     *               "modifierGroups": [
                     *                 {
                     *                   "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *                   "name": {
                     *                     "zh": "桂花乌龙",
                     *                     "en": "Osmanthus oolong"
                     *                   },
                     *                   "min": 1,
                     *                   "max": 1,
                     *                   "modifiers": [
                     *                     {
                     *                       "id": "0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f",
                     *                       "name": {
                     *                         "zh": "桂花乌龙",
                     *                         "en": "Osmanthus oolong"
                     *                       },
                     *                       "priceFen": 1800
                     *                     }
                     *                   ]
                     *                 }
                     *               ],
                     *               "soldOut": true
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MenuView"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Payments.paid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Push.verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": unknown;
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Push.take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": unknown;
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Payments.refunded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
}
