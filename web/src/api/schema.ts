// Made from the OpenAPI document by `npm run generate`; not edited by hand.

export interface paths {
    "/api/v2/anomaly/blocks/ips/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell whether an address is locked after failed sign-ins */
        get: operations["get_ips_by_id"];
        put?: never;
        post?: never;
        /**
         * Lift an address's lock after failed sign-ins
         * @description One that is not locked is as free as can be: 204 too, as with Auth0.
         */
        delete: operations["delete_ips_by_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/attack-protection/brute-force-protection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what wrong passwords do to an account */
        get: operations["get_brute-force-protection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what wrong passwords do to an account
         * @description The next request to any process of the server sees it.
         */
        patch: operations["patch_brute-force-protection"];
        trace?: never;
    };
    "/api/v2/attack-protection/suspicious-ip-throttling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what failures do to an address */
        get: operations["get_suspicious-ip-throttling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what failures do to an address
         * @description The next request to any process of the server sees it.
         */
        patch: operations["patch_suspicious-ip-throttling"];
        trace?: never;
    };
    "/api/v2/client-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List client grants */
        get: operations["get_client-grants"];
        put?: never;
        /**
         * Grant a client scopes of an API
         * @description Scopes of the Management API are granted by those who hold them.
         */
        post: operations["post_client-grants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/client-grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a client grant */
        get: operations["get_client-grant"];
        put?: never;
        post?: never;
        /** Take a client grant back */
        delete: operations["delete_client-grants_by_id"];
        options?: never;
        head?: never;
        /**
         * Change the scopes of a client grant
         * @description Tokens that hold more are taken for no more than is granted now.
         */
        patch: operations["patch_client-grants_by_id"];
        trace?: never;
    };
    "/api/v2/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List clients
         * @description Secrets are shown by the endpoint of the single client only.
         */
        get: operations["get_clients"];
        put?: never;
        /**
         * Make a client
         * @description The answer holds its secret. It may do nothing until it is granted something.
         */
        post: operations["post_clients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a client
         * @description With its secret, for callers with the scope read:client_keys; that it was shown is recorded.
         */
        get: operations["get_clients_by_id"];
        put?: never;
        post?: never;
        /** Delete a client with its grants */
        delete: operations["delete_clients_by_id"];
        options?: never;
        head?: never;
        /**
         * Change a client
         * @description All of it or nothing. Fields left out stay as they are; null gives a field its default; lists and objects are replaced,
         *     but pairs of `client_metadata` are merged. A `client_secret` needs the scope update:client_keys; the answer holds a secret only if it is new.
         */
        patch: operations["patch_clients_by_id"];
        trace?: never;
    };
    "/api/v2/clients/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a client another secret
         * @description The old secret and every token the client was given stop working at once.
         */
        post: operations["post_rotate-secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/clients/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who is signed in to an application now
         * @description Each session tells of its user too, with the last sign-in.
         */
        get: operations["get_sessions_for_client"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List connections */
        get: operations["get_connections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a connection */
        get: operations["get_connections_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a connection
         * @description The next request to any process of the server sees it.
         */
        patch: operations["patch_connections_by_id"];
        trace?: never;
    };
    "/api/v2/device-credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List devices
         * @description A thousand at most: name a user or an application.
         */
        get: operations["get_device-credentials"];
        put?: never;
        /**
         * Refuse a device's public key
         * @description Devices sign in with refresh tokens here; public keys of devices are not taken.
         */
        post: operations["post_device-credentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/device-credentials/{id}": {
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
         * Unlink a device
         * @description Its refresh token and the access tokens given for it stop working at once: the device must sign in again, the user's
         *     others stay. One that is not there is as unlinked as can be: 204 too, as with Auth0.
         */
        delete: operations["delete_device-credentials_by_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what users consented to */
        get: operations["get_grants"];
        put?: never;
        post?: never;
        /**
         * Withdraw all consents of a user
         * @description What the user let those applications do ends at once, refresh tokens among it.
         */
        delete: operations["delete_grants_by_user_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/grants/{id}": {
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
         * Withdraw a consent
         * @description What the user let the application do ends at once, refresh tokens among it. A grant that is not there is as withdrawn
         *     as can be: 204 too, as with Auth0.
         */
        delete: operations["delete_grants_by_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs
         * @description The newest first; jobs are known for a day after their end.
         */
        get: operations["get_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/jobs/users-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export users
         * @description The job writes users into a file; once it is completed, reading it answers a link to the file as `location`. Password
         *     hashes are never part of it. Texts of tables that a spreadsheet would take for formulas begin with an apostrophe.
         */
        post: operations["post_users-exports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/jobs/users-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import users
         * @description The job makes a user of every entry of the file, or changes one; what is wrong with an entry is kept beside the job,
         *     which goes on with the next one.
         */
        post: operations["post_users-imports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/jobs/verification-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a mail to prove an address
         * @description The job is completed as soon as the mail is on its way.
         */
        post: operations["post_verification-email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a job
         * @description Jobs are known for a day after their end.
         */
        get: operations["get_jobs_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job
         * @description What it has done stays done, and nothing more is done. Whoever may ask for such a job may cancel one.
         */
        post: operations["post_cancel_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/jobs/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what went wrong in a job
         * @description The entries of its file that something was wrong with, in their order.
         */
        get: operations["get_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List log events
         * @description By page, newest first; or by `from` and `take`, oldest first: whoever goes on from the last `log_id` of each answer
         *     misses no event, whatever is written meanwhile.
         */
        get: operations["get_logs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/logs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a log event */
        get: operations["get_logs_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/prompts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how sign-in asks */
        get: operations["get_prompts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change how sign-in asks
         * @description The next request to any process of the server sees it.
         */
        patch: operations["patch_prompts"];
        trace?: never;
    };
    "/api/v2/refresh-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a user's refresh tokens */
        get: operations["get_refresh_tokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/refresh-tokens/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke several refresh tokens
         * @description They and the access tokens given for them stop working at once. Ids of what is not there are no error.
         */
        post: operations["revoke_refresh_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/refresh-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a refresh token */
        get: operations["get_refresh_token"];
        put?: never;
        post?: never;
        /**
         * Revoke a refresh token
         * @description It and the access tokens given for it stop working at once; the user's other devices stay. One that is not there is as
         *     revoked as can be: 204 too, as with Auth0.
         */
        delete: operations["delete_refresh_token"];
        options?: never;
        head?: never;
        /** Change a refresh token's metadata */
        patch: operations["patch_refresh-tokens_by_id"];
        trace?: never;
    };
    "/api/v2/resource-servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List resource servers */
        get: operations["get_resource-servers"];
        put?: never;
        /**
         * Make a resource server
         * @description A client gets tokens for it as soon as a client grant allows it.
         */
        post: operations["post_resource-servers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/resource-servers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a resource server */
        get: operations["get_resource-servers_by_id"];
        put?: never;
        post?: never;
        /** Delete a resource server with the grants to it */
        delete: operations["delete_resource-servers_by_id"];
        options?: never;
        head?: never;
        /**
         * Change a resource server
         * @description Tokens issued from now on follow it. Of the Management API only the lifetimes can be changed.
         */
        patch: operations["patch_resource-servers_by_id"];
        trace?: never;
    };
    "/api/v2/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List roles */
        get: operations["get_roles"];
        put?: never;
        /**
         * Make a role
         * @description It permits nothing and nobody has it, until both are said.
         */
        post: operations["post_roles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a role */
        get: operations["get_roles_by_id"];
        put?: never;
        post?: never;
        /**
         * Delete a role
         * @description Whoever has it has it no more.
         */
        delete: operations["delete_roles_by_id"];
        options?: never;
        head?: never;
        /** Change a role */
        patch: operations["patch_roles_by_id"];
        trace?: never;
    };
    "/api/v2/roles/{id}/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what a role permits */
        get: operations["get_role_permission"];
        put?: never;
        /**
         * Add permissions to a role
         * @description Each is a scope of an API. The Management API is opened by `platform_role` alone.
         */
        post: operations["post_role_permission_assignment"];
        /**
         * Remove permissions from a role
         * @description Those that it does not have are not missed.
         */
        delete: operations["delete_role_permission_assignment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/roles/{id}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the users who have a role
         * @description In the order in which the users were made; no number of them is too many.
         */
        get: operations["get_role_user"];
        put?: never;
        /**
         * Give a role to users
         * @description To all of them, or to none if one is not there or the caller may not.
         */
        post: operations["post_role_users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a session */
        get: operations["get_session"];
        put?: never;
        post?: never;
        /**
         * End a session
         * @description The access tokens given in it stop working at once; refresh tokens stay. A session that is not there is as ended as
         *     can be: 202 too, as with Auth0.
         */
        delete: operations["delete_session"];
        options?: never;
        head?: never;
        /** Change a session's metadata */
        patch: operations["patch_sessions_by_id"];
        trace?: never;
    };
    "/api/v2/sessions/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a session and its refresh tokens
         * @description Everything given in it stops working at once.
         */
        post: operations["revoke_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/stats/active-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how many users signed in within 30 days
         * @description Each once, today included; also those who were deleted since.
         */
        get: operations["get_active-users"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/stats/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what happened day by day
         * @description Every day asked for is told, also those on which nothing happened.
         */
        get: operations["get_daily"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tenants/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the tenant's settings */
        get: operations["get_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the tenant's settings
         * @description The next request to any process of the server sees it.
         */
        patch: operations["patch_settings"];
        trace?: never;
    };
    "/api/v2/tickets/email-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link to prove an address
         * @description The link works once, and only while the user has the address. It is answered, not sent.
         */
        post: operations["post_email-verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/tickets/password-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link to choose another password
         * @description The link works once, and only while the user has the address. It is answered, not sent: whoever has it can be the user.
         */
        post: operations["post_password-change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/user-blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell whether an identifier is locked after failed sign-ins */
        get: operations["get_user-blocks"];
        put?: never;
        post?: never;
        /** Lift an identifier's lock after failed sign-ins */
        delete: operations["delete_user-blocks"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/user-blocks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell whether a user is locked after failed sign-ins */
        get: operations["get_user-blocks_by_id"];
        put?: never;
        post?: never;
        /** Lift a user's lock after failed sign-ins */
        delete: operations["delete_user-blocks_by_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/user-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the built-in fields of users
         * @description What a console or personal center needs to know to show them: label, type, and who sees and changes them.
         */
        get: operations["get_user-fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/user-fields/{id}": {
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
         * Change how a built-in field of users is shown and offered
         * @description Its name, type and uniqueness are what they are.
         */
        patch: operations["patch_user-fields_by_id"];
        trace?: never;
    };
    "/api/v2/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List and search users
         * @description Every committed change is found by the next request, and no number of users is too many.
         */
        get: operations["get_users"];
        put?: never;
        /**
         * Make a user
         * @description Needs no code or password of the user's. A repeated request with the same Idempotency-Key makes no second user.
         */
        post: operations["post_users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/users-by-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find users by e-mail address */
        get: operations["get_users-by-email"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/users/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make many users
         * @description Each is made wholly or not at all, and hinders no other; each has an event of its own. For more than 50 there are
         *     imports.
         */
        post: operations["post_users_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/users/bulk-actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do the same to many users
         * @description One after the other, each wholly or not at all and with the rules and the event of the request for it alone: what
         *     fails for one hinders no other, and what is so already is skipped, so that it may be sent again. It asks for the scopes
         *     of the request for one user.
         */
        post: operations["post_users_bulk_actions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a user */
        get: operations["get_users_by_id"];
        put?: never;
        post?: never;
        /**
         * Delete a user for good
         * @description A user that is not there is as deleted as can be: 204 too, as with Auth0.
         */
        delete: operations["delete_users_by_id"];
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description All of it or nothing. Keys of the first level of metadata are merged, null removes one, an empty object wipes the bag;
         *     sent as application/merge-patch+json, metadata is merged at every depth (RFC 7396).
         */
        patch: operations["patch_users_by_id"];
        trace?: never;
    };
    "/api/v2/users/{id}/effective-permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the permissions that a user has for an API
         * @description What a token for the API may hold where the API asks for roles. An API that is not there permits nothing.
         */
        get: operations["get_user_effective_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/users/{id}/effective-permissions/sources/effective-roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the roles by which a user has a permission */
        get: operations["get_user_effective_permission_role_sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/users/{id}/effective-roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the roles that a user has by whatever way */
        get: operations["get_user_effective_roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/users/{id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what a user did and what was done to it */
        get: operations["get_logs_by_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/users/{id}/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a user's permissions
         * @description By roles and without, each once, with all that it comes from.
         */
        get: operations["get_permissions"];
        put?: never;
        /**
         * Give a user permissions
         * @description Without a role. Each is a scope of an API; the Management API is opened by `platform_role` alone.
         */
        post: operations["post_permissions"];
        /**
         * Take permissions from a user
         * @description Those that the user does not have without a role are not missed; what roles permit stays.
         */
        delete: operations["delete_permissions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/users/{id}/refresh-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a user's refresh tokens */
        get: operations["get_refresh_tokens_for_user"];
        put?: never;
        post?: never;
        /**
         * Revoke all refresh tokens of a user
         * @description They and the access tokens given for them stop working at once; sessions stay.
         */
        delete: operations["delete_refresh_tokens_for_user"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/users/{id}/revoke-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Force a user offline
         * @description Every device is refused at its next request; the person can sign in again.
         */
        post: operations["user_revoke_access"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/users/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a user's roles */
        get: operations["get_user_roles"];
        put?: never;
        /**
         * Give a user roles
         * @description All of them, or none if one is not there.
         */
        post: operations["post_user_roles"];
        /**
         * Take roles from a user
         * @description Those that the user does not have are not missed.
         */
        delete: operations["delete_user_roles"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a user's sessions
         * @description With `client_id` the answer tells whether the user is signed in to that application now.
         */
        get: operations["get_sessions_for_user"];
        put?: never;
        post?: never;
        /**
         * End all sessions of a user
         * @description The access tokens given in them stop working at once; refresh tokens stay.
         */
        delete: operations["delete_sessions_for_user"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/users/{id}/status": {
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
         * Set a user's status
         * @description Suspended, deactivated and archived accounts cannot sign in, and what they were given stops working at once. Who is
         *     set active is not locked after failed sign-ins either.
         */
        patch: operations["patch_users_status"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description What a user may administer, or a client at most.
         * @enum {string}
         */
        AccountRole: "user" | "admin" | "super_admin";
        /**
         * @description How an account came to be.
         * @enum {string}
         */
        AccountSource: "admin" | "register" | "import" | "sync";
        /**
         * @description A user's status.
         * @enum {string}
         */
        AccountStatus: "pending_activation" | "active" | "suspended" | "deactivated" | "archived";
        /** @description A postal address. Parts without a value are left out. */
        Address: {
            /** @description The city; told to applications as the locality where that is missing. */
            city?: string;
            /** @description The country. */
            country?: string;
            /** @description All of it as written on a letter, perhaps in several lines. */
            formatted?: string;
            /** @description City or locality. */
            locality?: string;
            /** @description The postal code. */
            postal_code?: string;
            /** @description The province; told to applications as the region where that is missing. */
            province?: string;
            /** @description State, province or region. */
            region?: string;
            /** @description Street and number, perhaps in several lines. */
            street_address?: string;
        };
        /** @description What an identifier is good for. */
        Attribute: {
            /** @description Its use at sign-in. */
            identifier?: components["schemas"]["AttributeIdentifier"];
            /** @description Whether sign-up asks for it in any case; false by default. */
            profile_required?: boolean;
            /** @description Its use at sign-up. */
            signup?: components["schemas"]["AttributeSignUp"];
        };
        /** @description An identifier's use at sign-in. */
        AttributeIdentifier: {
            /** @description Whether people sign in by it; true by default. */
            active?: boolean;
        };
        /** @description An identifier's use at sign-up. */
        AttributeSignUp: {
            /** @description Whether it is asked for: `required` by default of the address, `inactive` of the others. */
            status?: components["schemas"]["SignUpStatus"];
        };
        /** @description The identifiers there are. */
        Attributes: {
            /** @description The e-mail address. */
            email?: components["schemas"]["Attribute"];
            /** @description The phone number. */
            phone_number?: components["schemas"]["Attribute"];
            /** @description The username. */
            username?: components["schemas"]["Attribute"];
        };
        /** @description What wrong passwords in a row do to an account. */
        BruteForceProtection: {
            /** @description Addresses and networks from which nothing is counted. */
            allowlist: string[];
            /** @description Whether they are counted. */
            enabled: boolean;
            /**
             * Format: int64
             * @description How long it stays locked, in minutes.
             */
            lock_minutes: number;
            /**
             * Format: int64
             * @description How many lock the account.
             */
            max_attempts: number;
            /** @description Auth0's way of counting: always `count_per_identifier`, whatever the address. */
            mode: string;
            /** @description What happens then. */
            shields: components["schemas"]["Shield"][];
        };
        /** @description What to change. Fields left out stay as they are; null sets a field back to its default. */
        BruteForceProtectionUpdate: {
            /** @description Addresses and networks from which nothing is counted, such as `192.0.2.0/24`. */
            allowlist?: string[] | null;
            /** @description Whether they are counted; true by default. */
            enabled?: boolean | null;
            /**
             * Format: int64
             * @description How long it stays locked, in minutes, 15 by default. Whoever knows an identifier can lock its account: the longer,
             *     the worse.
             */
            lock_minutes?: number | null;
            /**
             * Format: int64
             * @description How many wrong passwords in a row lock the account, 5 by default. Fewer are safer, and easier to reach by mistake.
             */
            max_attempts?: number | null;
            /** @description Auth0's way of counting: only `count_per_identifier`, whatever the address. */
            mode?: string | null;
            /** @description What happens then; Auth0's notices by mail are refused. */
            shields?: components["schemas"]["Shield"][] | null;
        };
        /**
         * @description What is done to each of many users.
         * @enum {string}
         */
        BulkAction: "set_status" | "set_platform_role" | "set_timezone" | "give_roles" | "take_roles" | "delete" | "revoke_sessions" | "revoke_access";
        /** @description A client. Fields without a value are left out. */
        Client: components["schemas"]["ClientSettings"] & {
            /** @description The kind of application. */
            app_type: components["schemas"]["ClientType"];
            /** @description The id. */
            client_id: string;
            /** @description The secret, for callers with the scope read:client_keys. */
            client_secret?: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /** @description Whether passwords are sent by pages of the application: never. */
            cross_origin_authentication: boolean;
            /** @description Whether it is the server's own, such as the console's, as Auth0 marks its global client: it cannot be changed. */
            global: boolean;
            /** @description The OAuth grants it may use. */
            grant_types: components["schemas"]["ClientGrantType"][];
            /** @description Whether the application says from where people come: never. */
            is_token_endpoint_ip_header_trusted: boolean;
            /** @description The name. */
            name: string;
            /** @description Whether it keeps to OpenID Connect strictly: always. */
            oidc_conformant: boolean;
            /** @description What it may administer at most. */
            rank: components["schemas"]["AccountRole"];
            /** @description The tenant's name. */
            tenant: string;
            /** @description How it proves itself. */
            token_endpoint_auth_method: components["schemas"]["ClientAuthenticationMethod"];
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updated_at: string;
        };
        /** @description An application on Android. */
        ClientAndroid: {
            /** @description Its package. */
            app_package_name?: string;
            /** @description The fingerprints of the certificates it is signed with. */
            sha256_cert_fingerprints?: string[];
        };
        /**
         * @description How a client proves itself: `none` is for public clients.
         * @enum {string}
         */
        ClientAuthenticationMethod: "none" | "client_secret_post" | "client_secret_basic";
        /** @description A client to be made. */
        ClientCreate: {
            /** @description Only empty: not supported. */
            addons?: Record<string, unknown> | null;
            /** @description Kept, not acted on. */
            allowed_clients?: string[] | null;
            /** @description Where signing out may end; as callbacks. */
            allowed_logout_urls?: string[] | null;
            /** @description More origins from which its pages call. */
            allowed_origins?: string[] | null;
            app_type?: components["schemas"]["ClientType"] | null;
            /**
             * @description Where a sign-in may end: compared character for character. `https`; `http` on loopback; schemes of their
             *     own, with a dot, of native applications.
             */
            callbacks?: string[] | null;
            /** @description Kept, not acted on. */
            client_aliases?: string[] | null;
            client_metadata?: components["schemas"]["ClientMetadata"] | null;
            /**
             * Format: password
             * @description Its secret, chosen by you; a random one if it is left out.
             */
            client_secret?: string;
            /** @description Only `none`. */
            compliance_level?: string | null;
            /** @description Only false: passwords are entered on the hosted pages alone. */
            cross_origin_auth?: boolean | null;
            /** @description Only false: passwords are entered on the hosted pages alone. */
            cross_origin_authentication?: boolean | null;
            /** @description Kept, not acted on: the hosted pages show either way. */
            custom_login_page_on?: boolean | null;
            /** @description What it is for. */
            description?: string | null;
            /** @description The OAuth grants it may use; by default those of its kind. */
            grant_types?: components["schemas"]["ClientGrantType"][] | null;
            /** @description The page of the application that begins a sign-in. */
            initiate_login_uri?: string | null;
            /** @description Whether it is one of your own, whose users are not asked for consent; true by default. */
            is_first_party?: boolean | null;
            /** @description Only false: addresses are taken from trusted proxies alone. */
            is_token_endpoint_ip_header_trusted?: boolean | null;
            jwt_configuration?: components["schemas"]["ClientJwtConfiguration"] | null;
            /** @description The address of its picture. */
            logo_uri?: string | null;
            mobile?: components["schemas"]["ClientMobile"] | null;
            /** @description The name, without `<` and `>`. */
            name: string;
            /** @description Only switched off: not supported. */
            native_social_login?: Record<string, unknown> | null;
            /** @description Only true: every client keeps to OpenID Connect strictly. */
            oidc_conformant?: boolean | null;
            /** @description Only `no_prompt`: there are no organizations. */
            organization_require_behavior?: string | null;
            /** @description Only `deny`: there are no organizations. */
            organization_usage?: string | null;
            rank?: components["schemas"]["AccountRole"] | null;
            refresh_token?: components["schemas"]["ClientRefreshToken"] | null;
            /** @description Whether a confidential client must use PKCE too; public ones must in any case. */
            require_pkce?: boolean | null;
            /** @description Only false: not supported. */
            require_proof_of_possession?: boolean | null;
            /** @description Only false: not supported. */
            require_pushed_authorization_requests?: boolean | null;
            /** @description Kept, not acted on. */
            sso?: boolean | null;
            /** @description Whether people who are signed in already sign in again for it. */
            sso_disabled?: boolean | null;
            token_endpoint_auth_method?: components["schemas"]["ClientAuthenticationMethod"] | null;
            /** @description The origins from which its pages ask for tokens. */
            web_origins?: string[] | null;
        };
        /**
         * @description Whether refresh tokens end by themselves.
         * @enum {string}
         */
        ClientExpirationType: "expiring" | "non-expiring";
        /** @description What a client may ask of an API. */
        ClientGrant: {
            /** @description The API's identifier. */
            audience: string;
            /** @description The client. */
            client_id: string;
            /** @description The grant's id. */
            id: string;
            /** @description Whether the API is the Management API. */
            is_system: boolean;
            /** @description The scopes allowed. */
            scope: string[];
            /** @description `client` for machines, `user` for tokens of users. */
            subject_type: string;
        };
        /** @description A client grant to be made. */
        ClientGrantCreate: {
            /** @description Only false: the scopes granted are named. */
            allow_all_scopes?: boolean | null;
            /** @description Only false: there are no organizations. */
            allow_any_organization?: boolean | null;
            /** @description The API's identifier. */
            audience: string;
            /** @description The client. */
            client_id: string;
            /** @description Only `deny`: there are no organizations. */
            organization_usage?: string | null;
            /** @description The scopes; none if it is left out. */
            scope?: string[] | null;
            subject_type?: components["schemas"]["ClientGrantSubject"] | null;
        };
        ClientGrantList: components["schemas"]["ClientGrant"][] | {
            client_grants: components["schemas"]["ClientGrant"][];
            /**
             * Format: int64
             * @description Rows of this page.
             */
            length: number;
            /**
             * Format: int64
             * @description Rows of a page.
             */
            limit: number;
            /**
             * Format: int64
             * @description Rows before these.
             */
            start: number;
            /**
             * Format: int64
             * @description All rows.
             */
            total: number;
        } | {
            client_grants: components["schemas"]["ClientGrant"][];
            /** @description The cursor to the rows after these. */
            next?: string;
        };
        /**
         * @description `client` for machines, `user` for tokens of users.
         * @enum {string}
         */
        ClientGrantSubject: "client" | "user";
        /**
         * @description An OAuth grant.
         * @enum {string}
         */
        ClientGrantType: "authorization_code" | "refresh_token" | "client_credentials";
        /** @description What to change of a client grant. */
        ClientGrantUpdate: {
            /** @description Only false: the scopes granted are named. */
            allow_all_scopes?: boolean | null;
            /** @description Only false: there are no organizations. */
            allow_any_organization?: boolean | null;
            /** @description Only `deny`: there are no organizations. */
            organization_usage?: string | null;
            /** @description The scopes, all of them; those it has stay if it is left out. */
            scope?: string[] | null;
        };
        /** @description An application on iOS. */
        ClientIos: {
            /** @description Its bundle. */
            app_bundle_identifier?: string;
            /** @description The team that signs it. */
            team_id?: string;
        };
        /** @description A client's ID tokens. */
        ClientJwtConfiguration: {
            /** @description What they are signed with. */
            alg?: components["schemas"]["ClientSigningAlgorithm"];
            /**
             * Format: int64
             * @description How long they hold, in seconds; 36000 by default.
             */
            lifetime_in_seconds?: number;
            /** @description Whether the secret is encoded: never. */
            secret_encoded?: boolean;
        };
        /** @description Up to ten pairs of your own. */
        ClientMetadata: {
            [key: string]: string | null;
        };
        /** @description The applications on phones that belong to a client; kept, not acted on. */
        ClientMobile: {
            /** @description The one on Android. */
            android?: components["schemas"]["ClientAndroid"];
            /** @description The one on iOS. */
            ios?: components["schemas"]["ClientIos"];
        };
        /** @description A client's refresh tokens. Times are seconds. */
        ClientRefreshToken: {
            /** @description `expiring` by default. */
            expiration_type?: components["schemas"]["ClientExpirationType"];
            /**
             * Format: int64
             * @description How long a sign-in that is not renewed can still be; 1296000 by default, never above `token_lifetime`.
             */
            idle_token_lifetime?: number;
            /** @description Whether `idle_token_lifetime` does not count. */
            infinite_idle_token_lifetime?: boolean;
            /** @description Whether `token_lifetime` does not count. */
            infinite_token_lifetime?: boolean;
            /**
             * Format: int64
             * @description For how long a token that was used is taken once more; 0 by default.
             */
            leeway?: number;
            /** @description `rotating` by default; public clients must. */
            rotation_type?: components["schemas"]["ClientRotationType"];
            /**
             * Format: int64
             * @description How long a sign-in can be renewed at all; 2592000 by default.
             */
            token_lifetime?: number;
        };
        /**
         * @description Whether a refresh token is used once.
         * @enum {string}
         */
        ClientRotationType: "rotating" | "non-rotating";
        /** @description The schema of what can be set; of a client whose fields were chosen any may be left out. */
        ClientSettings: {
            /** @description As they were sent. */
            allowed_clients?: string[];
            /** @description Where signing out may end. */
            allowed_logout_urls?: string[];
            /** @description More origins from which its pages call. */
            allowed_origins?: string[];
            /** @description Where a sign-in may end. */
            callbacks?: string[];
            /** @description As they were sent. */
            client_aliases?: string[];
            /** @description Pairs of the customer's own. */
            client_metadata?: components["schemas"]["ClientMetadata"];
            /** @description As it was sent. */
            custom_login_page_on?: boolean;
            /** @description What the client is for. */
            description?: string;
            /** @description The page of the application that begins a sign-in. */
            initiate_login_uri?: string;
            /** @description Whether it is one of the tenant's own. */
            is_first_party?: boolean;
            /** @description Its ID tokens. */
            jwt_configuration?: components["schemas"]["ClientJwtConfiguration"];
            /** @description The address of its picture. */
            logo_uri?: string;
            /** @description As it was sent. */
            mobile?: components["schemas"]["ClientMobile"];
            /** @description Its refresh tokens. */
            refresh_token?: components["schemas"]["ClientRefreshToken"];
            /** @description Whether a confidential client must use PKCE too. */
            require_pkce?: boolean;
            /** @description As it was sent. */
            sso?: boolean;
            /** @description Whether people who are signed in already sign in again for it. */
            sso_disabled?: boolean;
            /** @description The origins from which its pages ask for tokens. */
            web_origins?: string[];
        };
        /**
         * @description What ID tokens are signed with.
         * @enum {string}
         */
        ClientSigningAlgorithm: "RS256";
        /**
         * @description The kind of application; `non_interactive` is a machine.
         * @enum {string}
         */
        ClientType: "native" | "spa" | "regular_web" | "non_interactive";
        /**
         * @description What to change of a client. Fields left out stay as they are; null gives a field its default; lists and objects
         *     are replaced.
         */
        ClientUpdate: {
            /** @description Only empty: not supported. */
            addons?: Record<string, unknown> | null;
            /** @description Kept, not acted on. */
            allowed_clients?: string[] | null;
            /** @description Where signing out may end; as callbacks. */
            allowed_logout_urls?: string[] | null;
            /** @description More origins from which its pages call. */
            allowed_origins?: string[] | null;
            app_type?: components["schemas"]["ClientType"] | null;
            /**
             * @description Where a sign-in may end: compared character for character. `https`; `http` on loopback; schemes of their
             *     own, with a dot, of native applications.
             */
            callbacks?: string[] | null;
            /** @description Kept, not acted on. */
            client_aliases?: string[] | null;
            client_metadata?: components["schemas"]["ClientMetadata"] | null;
            /**
             * Format: password
             * @description Its secret, chosen by you; a random one if it is left out.
             */
            client_secret?: string;
            /** @description Only `none`. */
            compliance_level?: string | null;
            /** @description Only false: passwords are entered on the hosted pages alone. */
            cross_origin_auth?: boolean | null;
            /** @description Only false: passwords are entered on the hosted pages alone. */
            cross_origin_authentication?: boolean | null;
            /** @description Kept, not acted on: the hosted pages show either way. */
            custom_login_page_on?: boolean | null;
            /** @description What it is for. */
            description?: string | null;
            /** @description The OAuth grants it may use; by default those of its kind. */
            grant_types?: components["schemas"]["ClientGrantType"][] | null;
            /** @description The page of the application that begins a sign-in. */
            initiate_login_uri?: string | null;
            /** @description Whether it is one of your own, whose users are not asked for consent; true by default. */
            is_first_party?: boolean | null;
            /** @description Only false: addresses are taken from trusted proxies alone. */
            is_token_endpoint_ip_header_trusted?: boolean | null;
            jwt_configuration?: components["schemas"]["ClientJwtConfiguration"] | null;
            /** @description The address of its picture. */
            logo_uri?: string | null;
            mobile?: components["schemas"]["ClientMobile"] | null;
            /** @description The name, without `<` and `>`. */
            name?: string;
            /** @description Only switched off: not supported. */
            native_social_login?: Record<string, unknown> | null;
            /** @description Only true: every client keeps to OpenID Connect strictly. */
            oidc_conformant?: boolean | null;
            /** @description Only `no_prompt`: there are no organizations. */
            organization_require_behavior?: string | null;
            /** @description Only `deny`: there are no organizations. */
            organization_usage?: string | null;
            rank?: components["schemas"]["AccountRole"] | null;
            refresh_token?: components["schemas"]["ClientRefreshToken"] | null;
            /** @description Whether a confidential client must use PKCE too; public ones must in any case. */
            require_pkce?: boolean | null;
            /** @description Only false: not supported. */
            require_proof_of_possession?: boolean | null;
            /** @description Only false: not supported. */
            require_pushed_authorization_requests?: boolean | null;
            /** @description Kept, not acted on. */
            sso?: boolean | null;
            /** @description Whether people who are signed in already sign in again for it. */
            sso_disabled?: boolean | null;
            token_endpoint_auth_method?: components["schemas"]["ClientAuthenticationMethod"] | null;
            /** @description The origins from which its pages ask for tokens. */
            web_origins?: string[] | null;
        };
        /** @description A source of users. */
        Connection: {
            /** @description The name shown to people. */
            display_name?: string;
            /** @description Whether users may be made and signed in through it. */
            enabled: boolean;
            /** @description The id. */
            id: string;
            /** @description Whether it serves a whole domain of addresses. */
            is_domain_connection: boolean;
            /** @description The name, unique in the tenant. */
            name: string;
            /** @description Its options; whether people may sign up is always said. */
            options: components["schemas"]["ConnectionOptions"];
            /** @description The names by which password grants know it. */
            realms: string[];
            /** @description The kind of source; `auth0` is a database of our own. */
            strategy: string;
        };
        /** @description What a connection does. All other options of Auth0's are refused by name. */
        ConnectionOptions: {
            /** @description What people sign in by, and what they are asked for when they sign up. */
            attributes?: components["schemas"]["Attributes"];
            /** @description Whether wrong passwords are counted against its accounts; true by default. */
            brute_force_protection?: boolean;
            /** @description Whether users cannot ask for a new password themselves; false by default. */
            disable_self_service_change_password?: boolean;
            /** @description Whether nobody may sign up. Absent it is true, unlike with Auth0: sign-up is off until it is switched on. */
            disable_signup?: boolean;
            /** @description What a password must be. */
            password_complexity_options?: components["schemas"]["PasswordComplexity"];
            /** @description Words of your own that passwords must not rest on. */
            password_dictionary?: components["schemas"]["PasswordDictionary"];
            /** @description Whether people who sign up need a username; false by default. */
            requires_username?: boolean;
            /** @description What an identifier must be. */
            validation?: components["schemas"]["Validation"];
        };
        /** @description What to change. Fields left out stay as they are; null sets a field back to its default. */
        ConnectionUpdate: {
            /** @description The name shown to people. */
            display_name?: string | null;
            /** @description Whether users may be made and signed in through it. It is so for all clients: Auth0's `enabled_clients` is refused. */
            enabled?: boolean | null;
            options?: components["schemas"]["ConnectionOptions"] | null;
        };
        /** @description What became of one user. */
        CreateResult: {
            /** @description Why it was not. */
            error?: components["schemas"]["Error"];
            /**
             * Format: int32
             * @description The status that `POST /api/v2/users` would have answered: 201 if the user was made.
             */
            status: number;
            /** @description The user, if it was made. */
            user?: components["schemas"]["CreatedUser"];
        };
        /** @description A user who was just made. */
        CreatedUser: components["schemas"]["User"] & {
            /** @description The password, if one was to be generated. It is not told again. */
            generated_password?: string;
        };
        /**
         * @description A hash that was made elsewhere, and how. Its costs are bounded: argon2 and scrypt to 256 MiB, PBKDF2 to ten million
         *     iterations, bcrypt to a cost of 15.
         */
        CustomPasswordHash: {
            /** @description What made it. */
            algorithm: components["schemas"]["HashAlgorithm"];
            /**
             * Format: int32
             * @description scrypt's r; 8 by default.
             */
            blockSize?: number;
            /**
             * Format: int32
             * @description scrypt's N, a power of two; 16384 by default.
             */
            cost?: number;
            hash: {
                /** @enum {string} */
                digest?: "md4" | "md5" | "ripemd160" | "sha1" | "sha224" | "sha256" | "sha384" | "sha512" | "whirlpool";
                /** @enum {string} */
                encoding?: "base64" | "hex" | "utf8";
                key?: {
                    /** @enum {string} */
                    encoding?: "base64" | "hex" | "utf8";
                    /** @description The key. */
                    value: string;
                };
                /** @description The hash: a text that tells all of itself for argon2, bcrypt, ldap and pbkdf2, bytes otherwise. */
                value: string;
            } & Record<string, unknown>;
            /**
             * Format: int32
             * @description The length of scrypt's hash in bytes.
             */
            keylen?: number;
            /**
             * Format: int32
             * @description scrypt's p; 1 by default.
             */
            parallelization?: number;
            password?: {
                /** @enum {string} */
                encoding?: "ascii" | "utf8" | "utf16le" | "ucs2" | "latin1" | "binary";
            };
            salt?: {
                /** @enum {string} */
                encoding?: "base64" | "hex" | "utf8";
                /** @enum {string} */
                position?: "prefix" | "suffix";
                /** @description The salt. */
                value: string;
            };
        };
        /** @description What happened on a day, in UTC. */
        DailyStats: {
            /**
             * Format: int64
             * @description Users who signed in, each once.
             */
            active_users: number;
            /**
             * Format: date-time
             * @description When the first of it happened.
             */
            created_at: string;
            /**
             * Format: int64
             * @description Users who were made, in whatever way.
             */
            created_users: number;
            /**
             * Format: date-time
             * @description The day's first moment.
             */
            date: string;
            /**
             * Format: int64
             * @description Users who were deleted.
             */
            deleted_users: number;
            /**
             * Format: int64
             * @description Sign-ins that were refused.
             */
            failures: number;
            /**
             * Format: int64
             * @description Sign-ins with a password known to be leaked: 0, for passwords are checked when they are chosen.
             */
            leaked_passwords: number;
            /**
             * Format: int64
             * @description Sign-ins with a proof, not those by the session of an earlier one.
             */
            logins: number;
            /**
             * Format: int64
             * @description People who signed up.
             */
            signups: number;
            /**
             * Format: date-time
             * @description When the last of it happened; the day's first moment if nothing did.
             */
            updated_at: string;
        };
        /** @description A public key of a device. */
        DeviceCredentialCreate: {
            /** @description The application. */
            client_id?: string | null;
            /** @description The device's id. */
            device_id: string;
            /** @description The device's name. */
            device_name: string;
            /** @description The kind of credential: `public_key`. */
            type: string;
            /** @description The key. */
            value: string;
        };
        /**
         * @description A kind of credential. There are no public keys of devices here.
         * @enum {string}
         */
        DeviceCredentialType: "public_key" | "refresh_token" | "rotating_refresh_token";
        /** @description A permission that a user has for an API. */
        EffectivePermission: {
            /** @description What the scope allows; may be empty. */
            description: string;
            /** @description The scope. */
            permission_name: string;
            /** @description The API's identifier. */
            resource_server_identifier: string;
            /** @description The API's name. */
            resource_server_name: string;
            /** @description From where: `direct`, `roles` or both. */
            sources: string[];
        };
        /** @description Permissions that a user has for an API. */
        EffectivePermissionList: {
            /** @description The cursor to the rows after these; absent on the last page. */
            next?: string;
            /** @description The permissions. */
            permissions: components["schemas"]["EffectivePermission"][];
        };
        /** @description A role that a user has. */
        EffectiveRole: {
            /** @description What it is for; may be empty. */
            description: string;
            /** @description The role's id. */
            id: string;
            /** @description The name. */
            name: string;
            /** @description From where: `direct`, for there are no groups. */
            sources: string[];
        };
        /** @description Roles that a user has. */
        EffectiveRoleList: {
            /** @description The cursor to the rows after these; absent on the last page. */
            next?: string;
            /** @description The roles. */
            roles: components["schemas"]["EffectiveRole"][];
        };
        /** @description A link to prove an address. */
        EmailVerificationTicket: {
            /** @description The client the link is about. */
            client_id?: string;
            /** @description The identity meant, one of the user's own. */
            identity?: components["schemas"]["TicketIdentity"];
            /**
             * @description Whether result_url is told the address.
             * @default false
             */
            includeEmailInRedirect: boolean;
            /** @description Where the person is sent to afterwards; not together with client_id. */
            result_url?: string;
            /**
             * Format: int64
             * @description How long it holds, in seconds; five days for 0.
             * @default 432000
             */
            ttl_sec: number;
            /** @description The user's id. */
            user_id: string;
        };
        /** @description Nothing, where Auth0 answers an object all the same. */
        EmptyObject: Record<string, unknown>;
        /** @description Auth0's error body. */
        Error: {
            /** @description The status's name. */
            error: string;
            /** @description The stable code; docs/errors.md lists them. */
            errorCode: string;
            /** @description The field of the request at fault. */
            field?: string;
            /** @description What is wrong, for people. */
            message: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            statusCode: number;
        };
        /** @description What a user agreed that an application may see and do. */
        Grant: {
            /** @description The API; left out where it is about the profile alone. */
            audience?: string;
            /** @description The application. */
            clientID: string;
            /** @description The grant's id. */
            id: string;
            /** @description The scopes. */
            scope: string[];
            /** @description Who agreed. */
            user_id: string;
        };
        GrantList: components["schemas"]["Grant"][] | {
            grants: components["schemas"]["Grant"][];
            /**
             * Format: int64
             * @description Rows of this page.
             */
            length: number;
            /**
             * Format: int64
             * @description Rows of a page.
             */
            limit: number;
            /**
             * Format: int64
             * @description Rows before these.
             */
            start: number;
            /**
             * Format: int64
             * @description All rows.
             */
            total: number;
        };
        /**
         * @description What made a hash.
         * @enum {string}
         */
        HashAlgorithm: "argon2" | "bcrypt" | "hmac" | "ldap" | "md4" | "md5" | "sha1" | "sha256" | "sha512" | "pbkdf2" | "scrypt";
        /** @description A user's account at one connection. */
        Identity: {
            /** @description The connection's name. */
            connection: string;
            /** @description Whether the provider is a social network. */
            isSocial: boolean;
            /** @description What the provider said of the user. */
            profileData?: Record<string, unknown>;
            /** @description The provider. */
            provider: string;
            /** @description The id at the provider. */
            user_id: string;
        };
        /** @description A job. Fields without a value are left out. */
        Job: {
            /** @description Who asked for it. */
            asked_by?: components["schemas"]["JobAsker"];
            /** @description That connection's name. */
            connection?: string;
            /** @description The id of the connection whose users it is about. */
            connection_id?: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            /** @description Whether it only looks at its file and stores nothing; left out where it does not. */
            dry_run?: boolean;
            /** @description The caller's own name for it. */
            external_id?: string;
            /** @description The fields it exports. */
            fields?: components["schemas"]["JobExportedField"][];
            /** @description The form of its file. */
            format?: components["schemas"]["JobFileFormat"];
            /** @description Its id. */
            id: string;
            /**
             * Format: int64
             * @description How many users it exports at most.
             */
            limit?: number;
            /** @description Where its finished file is, for a minute; every answer has another link. Only for callers that hold read:users. */
            location?: string;
            /**
             * Format: int64
             * @description How much of it is done, in hundredths.
             */
            percentage_done?: number;
            /** @description Which users it exports. */
            q?: string;
            /** @description How far it is. */
            status: components["schemas"]["JobState"];
            /** @description Why it ended as it did. */
            status_details?: string;
            /** @description What became of the entries of its file so far. */
            summary?: components["schemas"]["JobSummary"];
            /**
             * Format: int64
             * @description How long it may take from now, in seconds.
             */
            time_left_seconds?: number;
            /** @description What it does. */
            type: components["schemas"]["JobType"];
            /**
             * Format: date-time
             * @description When it last came further.
             */
            updated_at: string;
        };
        /** @description Who asked for a job. */
        JobAsker: {
            /** @description The user's or the client's id. */
            id?: string;
            /** @description The name for people. */
            name?: string;
            /** @description `user`, `client` or `system`. */
            type: string;
        };
        /** @description One thing that was wrong with an entry. */
        JobEntryError: {
            /** @description Auth0's code: `CONFLICT_EMAIL`, `FORMAT` …. */
            code: string;
            /** @description What is wrong, for people. */
            message: string;
            /** @description The field at fault, `user_metadata.a`; empty for the whole entry. */
            path: string;
        };
        /** @description An entry of a file that something was wrong with. */
        JobEntryErrors: {
            /** @description What was wrong. */
            errors: components["schemas"]["JobEntryError"][];
            /**
             * Format: int64
             * @description The entry's place in the file, from 0.
             */
            position: number;
            /** @description The entry as it was sent, but for secrets. */
            user: Record<string, unknown>;
        };
        /** @description A page of entries that something was wrong with. */
        JobErrorPage: {
            /** @description The entries. */
            errors: components["schemas"]["JobEntryErrors"][];
            /** @description The cursor to the entries after these; absent on the last page. */
            next?: string;
        };
        /** @description What went wrong in a job. */
        JobErrors: components["schemas"]["JobEntryErrors"][] | components["schemas"]["JobErrorPage"] | components["schemas"]["Job"];
        /**
         * @description The form of an exported file: an object a line, or a table.
         * @enum {string}
         */
        JobExportFormat: "json" | "csv";
        /** @description A field of an export. */
        JobExportedField: {
            /** @description What it is called in the file. */
            export_as?: string;
            /** @description Where it stands in a user. */
            name: string;
        };
        /**
         * @description The form of a job's file.
         * @enum {string}
         */
        JobFileFormat: "json" | "ndjson" | "csv";
        /**
         * @description The form of a file to import: an array of objects, an object a line, or a table.
         * @enum {string}
         */
        JobImportFormat: "json" | "ndjson" | "csv";
        /** @description Jobs, the newest first. */
        JobList: {
            /** @description The jobs. */
            jobs: components["schemas"]["Job"][];
            /** @description The cursor to the jobs after these; absent on the last page. */
            next?: string;
        };
        /**
         * @description What becomes of the metadata of a user that is changed.
         * @enum {string}
         */
        JobMetadataMode: "replace" | "merge";
        /**
         * @description How far a job is.
         * @enum {string}
         */
        JobState: "pending" | "processing" | "completed" | "failed" | "cancelled";
        /** @description What became of the entries of a file. */
        JobSummary: {
            /**
             * Format: int64
             * @description Those that something was wrong with.
             * @default 0
             */
            failed: number;
            /**
             * Format: int64
             * @description Those that made a user.
             * @default 0
             */
            inserted: number;
            /**
             * Format: int64
             * @description All that were read.
             * @default 0
             */
            total: number;
            /**
             * Format: int64
             * @description Those that changed a user.
             * @default 0
             */
            updated: number;
        };
        /**
         * @description What a job does.
         * @enum {string}
         */
        JobType: "verification_email" | "users_import" | "users_export";
        /**
         * @description By what an entry finds the user that it changes.
         * @enum {string}
         */
        JobUpsertBy: "email" | "user_id" | "username" | "phone_number" | "external_id";
        /** @description What our own record says of an event. Fields without a value are left out. */
        LogDetails: {
            /** @description Who did it. */
            actor: components["schemas"]["LogParty"];
            /** @description The browser, as far as the user agent says. */
            browser?: string;
            /** @description What changed, field by field. */
            changes?: components["schemas"]["LogFieldChange"][];
            /** @description What the caller named the request, or the job or bulk change that it belongs to. */
            correlation_id?: string;
            /** @description The device, as far as the user agent says. */
            device?: string;
            /** @description What happened: an object and a verb, `user.updated`. */
            kind: string;
            /** @description The request or command by which it was done. */
            operation?: string;
            /** @description Why: the code of a refusal, or the reason that was given. */
            reason?: string;
            /** @description To whom or what it was done. */
            target?: components["schemas"]["LogParty"];
        };
        /** @description A log event. Fields without a value are left out. */
        LogEvent: {
            /** @description The same, as Auth0's SDKs know it. */
            _id: string;
            /** @description The audience of a token. */
            audience?: string;
            /** @description The client through which it was done. */
            client_id?: string;
            /** @description The client's name: the one it has now, or had when it did this by itself. */
            client_name?: string;
            /** @description The connection concerned. */
            connection?: string;
            /**
             * Format: date-time
             * @description When.
             */
            date: string;
            /** @description What happened, for people. */
            description: string;
            /** @description Our own record: kind, actor, target, changes, reason, operation; device and browser, as far as the user agent says. */
            details: components["schemas"]["LogDetails"];
            /** @description The caller's address. */
            ip?: string;
            /** @description Whether that was on a phone; told where a user agent is. */
            isMobile?: boolean;
            /** @description Where that was, if the server has a file that tells. */
            location_info?: components["schemas"]["LogLocationInfo"];
            /** @description The event's id. */
            log_id: string;
            /** @description The scope of a token. */
            scope?: string;
            /** @description Auth0's code for what happened. */
            type: string;
            /** @description The caller's user agent. */
            user_agent?: string;
            /** @description The user it was done to, or who did it. */
            user_id?: string;
            /** @description The user's name at that time. */
            user_name?: string;
        };
        LogEventList: components["schemas"]["LogEvent"][] | {
            /**
             * Format: int64
             * @description Rows of this page.
             */
            length: number;
            /**
             * Format: int64
             * @description Rows of a page.
             */
            limit: number;
            logs: components["schemas"]["LogEvent"][];
            /**
             * Format: int64
             * @description Rows before these.
             */
            start: number;
            /**
             * Format: int64
             * @description All rows.
             */
            total: number;
        };
        /** @description One field that changed. */
        LogFieldChange: {
            /** @description The field's name. */
            field: string;
            /** @description What it was; left out where there was nothing. */
            from?: unknown;
            /** @description What it became; left out where there is nothing. */
            to?: unknown;
        };
        /** @description Where the address was when the event was written, with names in English. Fields without a value are left out. */
        LogLocationInfo: {
            /** @description The city's name. */
            city_name?: string;
            /** @description The continent's two letters: AF, AN, AS, EU, NA, OC or SA. */
            continent_code?: string;
            /** @description The country's two letters (ISO 3166-1 alpha-2). */
            country_code?: string;
            /** @description The country's three letters (ISO 3166-1 alpha-3). */
            country_code3?: string;
            /** @description The country's name. */
            country_name?: string;
            /**
             * Format: double
             * @description Degrees north of somewhere near.
             */
            latitude?: number;
            /**
             * Format: double
             * @description Degrees east.
             */
            longitude?: number;
            /** @description The time zone's name, such as `Europe/Zurich`. */
            time_zone?: string;
        };
        /** @description Somebody or something in an event. */
        LogParty: {
            /** @description Its id. */
            id: string;
            /** @description `user`, `client`, `tenant`, `system` or another kind of thing. */
            kind: string;
            /** @description Its name at that time. */
            name: string;
        };
        /** @description A client. Fields without a value are left out. */
        PartialClient: components["schemas"]["ClientSettings"] & {
            /** @description The kind of application. */
            app_type?: components["schemas"]["ClientType"];
            /** @description The id. */
            client_id?: string;
            /** @description The secret, for callers with the scope read:client_keys. */
            client_secret?: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at?: string;
            /** @description Whether passwords are sent by pages of the application: never. */
            cross_origin_authentication?: boolean;
            /** @description Whether it is the server's own, such as the console's, as Auth0 marks its global client: it cannot be changed. */
            global?: boolean;
            /** @description The OAuth grants it may use. */
            grant_types?: components["schemas"]["ClientGrantType"][];
            /** @description Whether the application says from where people come: never. */
            is_token_endpoint_ip_header_trusted?: boolean;
            /** @description The name. */
            name?: string;
            /** @description Whether it keeps to OpenID Connect strictly: always. */
            oidc_conformant?: boolean;
            /** @description What it may administer at most. */
            rank?: components["schemas"]["AccountRole"];
            /** @description The tenant's name. */
            tenant?: string;
            /** @description How it proves itself. */
            token_endpoint_auth_method?: components["schemas"]["ClientAuthenticationMethod"];
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updated_at?: string;
        };
        PartialClientList: components["schemas"]["PartialClient"][] | {
            clients: components["schemas"]["PartialClient"][];
            /**
             * Format: int64
             * @description Rows of this page.
             */
            length: number;
            /**
             * Format: int64
             * @description Rows of a page.
             */
            limit: number;
            /**
             * Format: int64
             * @description Rows before these.
             */
            start: number;
            /**
             * Format: int64
             * @description All rows.
             */
            total: number;
        } | {
            clients: components["schemas"]["PartialClient"][];
            /** @description The cursor to the rows after these. */
            next?: string;
        };
        /** @description A source of users. */
        PartialConnection: {
            /** @description The name shown to people. */
            display_name?: string;
            /** @description Whether users may be made and signed in through it. */
            enabled?: boolean;
            /** @description The id. */
            id?: string;
            /** @description Whether it serves a whole domain of addresses. */
            is_domain_connection?: boolean;
            /** @description The name, unique in the tenant. */
            name?: string;
            /** @description Its options; whether people may sign up is always said. */
            options?: components["schemas"]["ConnectionOptions"];
            /** @description The names by which password grants know it. */
            realms?: string[];
            /** @description The kind of source; `auth0` is a database of our own. */
            strategy?: string;
        };
        PartialConnectionList: components["schemas"]["PartialConnection"][] | {
            connections: components["schemas"]["PartialConnection"][];
            /**
             * Format: int64
             * @description Rows of this page.
             */
            length: number;
            /**
             * Format: int64
             * @description Rows of a page.
             */
            limit: number;
            /**
             * Format: int64
             * @description Rows before these.
             */
            start: number;
            /**
             * Format: int64
             * @description All rows.
             */
            total: number;
        } | {
            connections: components["schemas"]["PartialConnection"][];
            /** @description The cursor to the rows after these. */
            next?: string;
        };
        /** @description A device that a user signed in with. */
        PartialDeviceCredential: {
            /** @description The application. */
            client_id?: string;
            /** @description Browser and system. */
            device_name?: string;
            /** @description The id: that of the refresh token. */
            id?: string;
            /** @description The kind of credential. */
            type?: components["schemas"]["DeviceCredentialType"];
            /** @description Whose it is. */
            user_id?: string;
        };
        PartialDeviceCredentialList: components["schemas"]["PartialDeviceCredential"][] | {
            device_credentials: components["schemas"]["PartialDeviceCredential"][];
            /**
             * Format: int64
             * @description Rows of this page.
             */
            length: number;
            /**
             * Format: int64
             * @description Rows of a page.
             */
            limit: number;
            /**
             * Format: int64
             * @description Rows before these.
             */
            start: number;
            /**
             * Format: int64
             * @description All rows.
             */
            total: number;
        };
        /** @description A log event. Fields without a value are left out. */
        PartialLogEvent: {
            /** @description The same, as Auth0's SDKs know it. */
            _id?: string;
            /** @description The audience of a token. */
            audience?: string;
            /** @description The client through which it was done. */
            client_id?: string;
            /** @description The client's name: the one it has now, or had when it did this by itself. */
            client_name?: string;
            /** @description The connection concerned. */
            connection?: string;
            /**
             * Format: date-time
             * @description When.
             */
            date?: string;
            /** @description What happened, for people. */
            description?: string;
            /** @description Our own record: kind, actor, target, changes, reason, operation; device and browser, as far as the user agent says. */
            details?: components["schemas"]["LogDetails"];
            /** @description The caller's address. */
            ip?: string;
            /** @description Whether that was on a phone; told where a user agent is. */
            isMobile?: boolean;
            /** @description Where that was, if the server has a file that tells. */
            location_info?: components["schemas"]["LogLocationInfo"];
            /** @description The event's id. */
            log_id?: string;
            /** @description The scope of a token. */
            scope?: string;
            /** @description Auth0's code for what happened. */
            type?: string;
            /** @description The caller's user agent. */
            user_agent?: string;
            /** @description The user it was done to, or who did it. */
            user_id?: string;
            /** @description The user's name at that time. */
            user_name?: string;
        };
        PartialLogEventList: components["schemas"]["PartialLogEvent"][] | {
            /**
             * Format: int64
             * @description Rows of this page.
             */
            length: number;
            /**
             * Format: int64
             * @description Rows of a page.
             */
            limit: number;
            logs: components["schemas"]["PartialLogEvent"][];
            /**
             * Format: int64
             * @description Rows before these.
             */
            start: number;
            /**
             * Format: int64
             * @description All rows.
             */
            total: number;
        };
        /** @description A refresh token: what an application may do while the person is away. The id stays while one token follows another. */
        PartialRefreshToken: {
            /** @description The application. */
            client_id?: string;
            /**
             * Format: date-time
             * @description When the person signed in.
             */
            created_at?: string;
            /** @description The device. */
            device?: components["schemas"]["SessionDevice"];
            /**
             * Format: date-time
             * @description When it ends however much it is used; null if never.
             */
            expires_at?: string;
            /** @description The id; not the token. */
            id?: string;
            /**
             * Format: date-time
             * @description When it ends if it is not used; null if never.
             */
            idle_expires_at?: string;
            /**
             * Format: date-time
             * @description When it was last exchanged; left out before the first time.
             */
            last_exchanged_at?: string;
            /** @description Up to 25 texts of the customer's own. */
            refresh_token_metadata?: {
                [key: string]: string;
            };
            /** @description What it gives access to. */
            resource_servers?: components["schemas"]["RefreshTokenAccess"][];
            /** @description Whether each exchange gives another one. */
            rotating?: boolean;
            /** @description The session in which the person signed in; it may have ended. */
            session_id?: string;
            /** @description Whose it is. */
            user_id?: string;
        };
        /** @description A tenant's settings. Fields without a value are left out. */
        PartialTenantSettings: {
            /** @description Where people may be sent after signing out, whatever the client. */
            allowed_logout_urls?: string[];
            /** @description The audience of tokens asked for without one. */
            default_audience?: string;
            /** @description Where people are sent who have nowhere to return to. */
            default_redirection_uri?: string;
            /** @description The name shown to people. */
            friendly_name?: string;
            /**
             * Format: double
             * @description How long a session lasts without being used, in hours.
             */
            idle_session_lifetime?: number;
            /**
             * Format: int64
             * @description The same in minutes.
             */
            idle_session_lifetime_in_minutes?: number;
            /** @description The logo. */
            picture_url?: string;
            /** @description How many requests are answered. */
            rate_limits?: components["schemas"]["RateLimits"];
            /**
             * Format: double
             * @description How long a session lasts at most, in hours.
             */
            session_lifetime?: number;
            /**
             * Format: int64
             * @description The same in minutes.
             */
            session_lifetime_in_minutes?: number;
            /** @description Where people ask for help by mail. */
            support_email?: string;
            /** @description Where people read help. */
            support_url?: string;
            /** @description Whether whoever has an e-mail address must prove it before signing in. */
            verified_email_required?: boolean;
        };
        /** @description A user. Fields without a value are left out. */
        PartialUser: {
            /** @description The postal address. */
            address?: components["schemas"]["Address"];
            /** @description Free JSON that only administrators write. */
            app_metadata?: Record<string, unknown>;
            /** @description Whether the account is kept for the record only. */
            archived?: boolean;
            /** @description The resource name: `arn:anteroom:<tenant>:user:<public_id>`. */
            arn?: string;
            /** @description A day as `YYYY-MM-DD`, with the year 0000 where it is not told, or a year as `YYYY`. */
            birthdate?: string;
            /** @description Whether the account cannot sign in: suspended, deactivated or archived. */
            blocked?: boolean;
            /** @description With which browser. */
            browser?: string;
            /** @description Where the user works. */
            company?: string;
            /**
             * Format: date-time
             * @description When the account was made.
             */
            created_at?: string;
            /** @description On which kind of device. */
            device?: string;
            /** @description The e-mail address, in lower case; unique without regard to case. */
            email?: string;
            /** @description Whether the user has shown control of the address. */
            email_verified?: boolean;
            /** @description The id that another system knows the user by; unique in the tenant. */
            external_id?: string;
            /** @description The family name. */
            family_name?: string;
            /** @description `female`, `male`, `unknown`, or another word. */
            gender?: string;
            /** @description The given name. */
            given_name?: string;
            /** @description The accounts at the connections; the first is the primary one. */
            identities?: components["schemas"]["Identity"][];
            /** @description The number of a passport or identity card; never told to applications. */
            identity_number?: string;
            /** @description From which address. */
            last_ip?: string;
            /**
             * Format: date-time
             * @description When the user last signed in.
             */
            last_login?: string;
            /** @description To which client. */
            last_login_client?: string;
            /**
             * Format: date-time
             * @description When a second factor was last given.
             */
            last_mfa_at?: string;
            /**
             * Format: date-time
             * @description When the password was last set after the account was made.
             */
            last_password_reset?: string;
            /** @description The language: `de`, with region `de-CH`, with script `zh-Hans-CN`. */
            locale?: string;
            /**
             * Format: date-time
             * @description Until when the account is locked after failed sign-ins; absent while it is not. Told by lists and reads of users whose
             *     `fields` names it.
             */
            locked_until?: string;
            /**
             * Format: int64
             * @description How often the user signed in.
             */
            logins_count?: number;
            /** @description The middle name. */
            middle_name?: string;
            /** @description The full name. */
            name?: string;
            /** @description The nickname; not unique. */
            nickname?: string;
            /** @description The id that a provider gives the user for one application. */
            openid?: string;
            /**
             * Format: int64
             * @description How hard the password is to guess, from 0 to 4; absent when there is none.
             */
            password_security_level?: number;
            /**
             * Format: date-time
             * @description When the password was last set; absent when there is none.
             */
            password_set_at?: string;
            /** @description The phone number's country code. */
            phone_country_code?: string;
            /** @description The phone number in E.164. */
            phone_number?: string;
            /** @description Whether the user has shown control of the number. */
            phone_verified?: boolean;
            /** @description The picture's URL; Gravatar's for the address if none was set. */
            picture?: string;
            /** @description What the user may administer. */
            platform_role?: components["schemas"]["AccountRole"];
            /** @description Free JSON of what the user likes better. */
            preferences?: Record<string, unknown>;
            /** @description The name the user likes to be called by. */
            preferred_username?: string;
            /** @description The URL of the page about the user. */
            profile?: string;
            /** @description A second, opaque id of 32 hexadecimal digits, without meaning and unlike any internal number. */
            public_id?: string;
            /** @description Whether the password must be changed at the next sign-in. */
            reset_password_on_next_login?: boolean;
            /**
             * Format: date-time
             * @description When the user signed up; absent for accounts that came another way.
             */
            signed_up?: string;
            /** @description How the account came to be. */
            source?: components["schemas"]["AccountSource"];
            /** @description The status. */
            status?: components["schemas"]["AccountStatus"];
            /**
             * Format: date-time
             * @description When the status last changed.
             */
            status_changed_at?: string;
            /** @description Why the status is so. */
            status_reason?: string;
            /** @description The tenant's name. */
            tenant?: string;
            /** @description The id that a provider gives the user for all applications of one owner. */
            unionid?: string;
            /**
             * Format: date-time
             * @description When the profile last changed or the user last signed in, whichever is later.
             */
            updated_at?: string;
            /** @description The id, `<provider>|<id at the provider>`; never changes and is never given again. It is the `sub` of tokens. */
            user_id?: string;
            /** @description Free JSON the user may edit. */
            user_metadata?: Record<string, unknown>;
            /** @description The username as typed; unique without regard to case. */
            username?: string;
            /** @description The URL of the user's own page. */
            website?: string;
            /** @description The time zone by its name in the IANA database; UTC is to be taken where it is missing. */
            zoneinfo?: string;
        };
        PartialUserList: components["schemas"]["PartialUser"][] | {
            /**
             * Format: int64
             * @description Rows of this page.
             */
            length: number;
            /**
             * Format: int64
             * @description Rows of a page.
             */
            limit: number;
            /**
             * Format: int64
             * @description Rows before these.
             */
            start: number;
            /**
             * Format: int64
             * @description All rows.
             */
            total: number;
            users: components["schemas"]["PartialUser"][];
        } | {
            /** @description The cursor to the rows after these. */
            next?: string;
            users: components["schemas"]["PartialUser"][];
        };
        /** @description A link to choose another password, for user_id, or for connection_id and email. */
        PasswordChangeTicket: {
            /** @description The client the link is about. */
            client_id?: string;
            /** @description The id of the connection that the address is looked for at. */
            connection_id?: string;
            /**
             * Format: email
             * @description The user's address.
             */
            email?: string;
            /** @description The identity meant, one of the user's own. */
            identity?: components["schemas"]["TicketIdentity"];
            /**
             * @description Whether result_url is told the address.
             * @default false
             */
            includeEmailInRedirect: boolean;
            /**
             * @description Whether using the link proves the address: only where it reaches the user by a mail to that address.
             * @default false
             */
            mark_email_as_verified: boolean;
            /** @description Where the person is sent to afterwards. */
            result_url?: string;
            /**
             * Format: int64
             * @description How long it holds, in seconds; five days for 0.
             * @default 432000
             */
            ttl_sec: number;
            /** @description The user's id. */
            user_id?: string;
        };
        /** @description What a password must be. */
        PasswordComplexity: {
            /**
             * Format: int32
             * @description The fewest characters, 8 by default.
             */
            min_length?: number;
        };
        /** @description Words that passwords must not rest on, such as the names of organisation and products. */
        PasswordDictionary: {
            /** @description The words, each of 2 to 50 characters. */
            dictionary?: string[];
            /** @description Whether they are looked at; false by default. */
            enable?: boolean;
        };
        /** @description A permission, by its names. */
        PermissionName: {
            /** @description One of its scopes. */
            permission_name: string;
            /** @description The API's identifier. */
            resource_server_identifier: string;
        };
        /** @description Permissions to be given or taken. */
        PermissionNames: {
            /** @description The permissions. */
            permissions: components["schemas"]["PermissionName"][];
        };
        /** @description From where a user has a permission. */
        PermissionSource: {
            /** @description The role's id; empty without a role. */
            source_id: string;
            /** @description The role's name; empty without a role. */
            source_name: string;
            /** @description `ROLE`, or `DIRECT` without one. */
            source_type: string;
        };
        /** @description How sign-in asks. */
        Prompts: {
            /** @description Whether it asks for the identifier on one page and for the password on the next. */
            identifier_first: boolean;
            /** @description Auth0's choice of pages: always `new`. */
            universal_login_experience: string;
        };
        /** @description What to change. Fields left out stay as they are; null sets a field back to its default. */
        PromptsUpdate: {
            /** @description Whether sign-in asks for the identifier on one page and for the password on the next; false by default. */
            identifier_first?: boolean | null;
            /** @description Auth0's choice of pages: only `new`. */
            universal_login_experience?: string | null;
        };
        /** @description How many requests are answered. */
        RateLimits: {
            /** @description Whether they are counted. */
            enabled: boolean;
            /**
             * Format: int64
             * @description Requests from one address in a minute to what anybody may call.
             */
            per_ip_per_minute: number;
            /**
             * Format: int64
             * @description Requests of one user in a minute.
             */
            per_user_per_minute: number;
        };
        /** @description A refresh token: what an application may do while the person is away. The id stays while one token follows another. */
        RefreshToken: {
            /** @description The application. */
            client_id: string;
            /**
             * Format: date-time
             * @description When the person signed in.
             */
            created_at: string;
            /** @description The device. */
            device: components["schemas"]["SessionDevice"];
            /**
             * Format: date-time
             * @description When it ends however much it is used; null if never.
             */
            expires_at?: string;
            /** @description The id; not the token. */
            id: string;
            /**
             * Format: date-time
             * @description When it ends if it is not used; null if never.
             */
            idle_expires_at?: string;
            /**
             * Format: date-time
             * @description When it was last exchanged; left out before the first time.
             */
            last_exchanged_at?: string;
            /** @description Up to 25 texts of the customer's own. */
            refresh_token_metadata?: {
                [key: string]: string;
            };
            /** @description What it gives access to. */
            resource_servers: components["schemas"]["RefreshTokenAccess"][];
            /** @description Whether each exchange gives another one. */
            rotating: boolean;
            /** @description The session in which the person signed in; it may have ended. */
            session_id: string;
            /** @description Whose it is. */
            user_id: string;
        };
        /** @description An API that a refresh token gives access to. */
        RefreshTokenAccess: {
            /** @description The API's identifier; the endpoint of the profile where there is no API. */
            audience: string;
            /** @description The scopes, separated by spaces. */
            scopes: string;
        };
        /** @description Refresh tokens, or the fields of them that were asked for; a page of them. */
        RefreshTokenList: {
            /** @description The cursor to the rows after these; absent on the last page. */
            next?: string;
            /** @description The refresh tokens. */
            refresh_tokens: components["schemas"]["PartialRefreshToken"][];
        };
        /**
         * @description Which refresh tokens to revoke: by `ids`, or all of `user_id`, of them those for `client_id`, of them those for
         *     `audience`.
         */
        RefreshTokenRevoke: {
            /** @description For which API. */
            audience?: string | null;
            /** @description To which application. */
            client_id?: string | null;
            /** @description Their ids. */
            ids?: string[] | null;
            /** @description Whose. */
            user_id?: string | null;
        };
        /** @description What to change of a refresh token. */
        RefreshTokenUpdate: {
            /** @description Up to 25 texts of at most 255 characters, set one by one; null removes one, an empty object all. */
            refresh_token_metadata?: Record<string, unknown> | null;
        };
        /** @description An API that tokens are for. */
        ResourceServer: {
            /** @description Whether refresh tokens may be asked for. */
            allow_offline_access: boolean;
            /** @description Whether a user's tokens hold only what the user's roles permit. */
            enforce_policies: boolean;
            /** @description The id. */
            id: string;
            /** @description The identifier: the audience of its tokens. */
            identifier: string;
            /** @description Whether it is the Management API. */
            is_system: boolean;
            /** @description The name. */
            name: string;
            /** @description Its scopes. */
            scopes: components["schemas"]["ResourceServerScope"][];
            /** @description How its tokens are signed. */
            signing_alg: components["schemas"]["SigningAlgorithm"];
            /** @description Whether the tenant's own clients need no consent. */
            skip_consent_for_verifiable_first_party_clients: boolean;
            /** @description The form of its tokens. */
            token_dialect: components["schemas"]["TokenForm"];
            /**
             * Format: int64
             * @description How long its tokens hold, in seconds.
             */
            token_lifetime: number;
            /**
             * Format: int64
             * @description How long tokens hold that a browser keeps, in seconds.
             */
            token_lifetime_for_web: number;
        };
        /** @description A resource server to be made. */
        ResourceServerCreate: {
            /** @description Whether refresh tokens may be asked for; false by default, as with Auth0. */
            allow_offline_access?: boolean | null;
            /** @description Whether a user's tokens hold only what the user's roles permit; false by default. */
            enforce_policies?: boolean | null;
            /** @description The identifier, the audience of its tokens; it never changes. None at one of the tenant's own origins. */
            identifier: string;
            /** @description The name, without `<` and `>`; of a new one by default its identifier. */
            name?: string | null;
            /** @description All scopes. */
            scopes?: components["schemas"]["ResourceServerScopeSent"][] | null;
            signing_alg?: components["schemas"]["SigningAlgorithm"] | null;
            /** @description Whether the tenant's own clients need no consent; true by default. */
            skip_consent_for_verifiable_first_party_clients?: boolean | null;
            token_dialect?: components["schemas"]["TokenForm"] | null;
            /**
             * Format: int64
             * @description How long its tokens hold, in seconds; a day by default, to which null sets it back.
             */
            token_lifetime?: number | null;
            /**
             * Format: int64
             * @description How long tokens hold that a browser keeps, in seconds; `token_lifetime` by default, to which null sets it
             *     back.
             */
            token_lifetime_for_web?: number | null;
        };
        ResourceServerList: components["schemas"]["ResourceServer"][] | {
            /**
             * Format: int64
             * @description Rows of this page.
             */
            length: number;
            /**
             * Format: int64
             * @description Rows of a page.
             */
            limit: number;
            resource_servers: components["schemas"]["ResourceServer"][];
            /**
             * Format: int64
             * @description Rows before these.
             */
            start: number;
            /**
             * Format: int64
             * @description All rows.
             */
            total: number;
        };
        /** @description A scope of an API. */
        ResourceServerScope: {
            /** @description What it allows. */
            description: string;
            /** @description Its name. */
            value: string;
        };
        /** @description A scope of an API. */
        ResourceServerScopeSent: {
            /** @description What it allows. */
            description?: string;
            /** @description Its name, printable ASCII without spaces, `"` and `\\`; none that OpenID Connect has. */
            value: string;
        };
        /** @description What to change. Fields left out stay as they are; of the Management API only the lifetimes change. */
        ResourceServerUpdate: {
            /** @description Whether refresh tokens may be asked for; false by default, as with Auth0. */
            allow_offline_access?: boolean | null;
            /** @description Whether a user's tokens hold only what the user's roles permit; false by default. */
            enforce_policies?: boolean | null;
            /** @description The name, without `<` and `>`; of a new one by default its identifier. */
            name?: string | null;
            /** @description All scopes. */
            scopes?: components["schemas"]["ResourceServerScopeSent"][] | null;
            signing_alg?: components["schemas"]["SigningAlgorithm"] | null;
            /** @description Whether the tenant's own clients need no consent; true by default. */
            skip_consent_for_verifiable_first_party_clients?: boolean | null;
            token_dialect?: components["schemas"]["TokenForm"] | null;
            /**
             * Format: int64
             * @description How long its tokens hold, in seconds; a day by default, to which null sets it back.
             */
            token_lifetime?: number | null;
            /**
             * Format: int64
             * @description How long tokens hold that a browser keeps, in seconds; `token_lifetime` by default, to which null sets it
             *     back.
             */
            token_lifetime_for_web?: number | null;
        };
        /** @description What of a user's access to end: everything, unless said otherwise. */
        RevokeAccess: {
            /** @description Only what was given to this application; the person stays signed in to others. */
            client_id?: string | null;
            /** @description Whether to tell the user by mail; not by default. */
            notify?: boolean;
            /** @description Whether refresh tokens stay, with the access tokens given for them; not by default. */
            preserve_refresh_tokens?: boolean;
            /** @description Only what was given in this session, and the session itself. */
            session_id?: string | null;
        };
        /** @description A role. */
        Role: {
            /** @description What it is for; may be empty. */
            description: string;
            /** @description The role's id. */
            id: string;
            /** @description Whether every new user is given it. */
            is_default: boolean;
            /** @description The name. */
            name: string;
        };
        /** @description A role to be made. */
        RoleCreate: {
            /** @description What it is for. */
            description?: string | null;
            /** @description Whether every user made from now on is given it; false by default. */
            is_default?: boolean | null;
            /** @description The name, without `<` and `>`; unique without regard to case. */
            name: string;
        };
        /** @description Roles to be given or taken. */
        RoleIds: {
            /** @description The ids of the roles. */
            roles: string[];
        };
        RoleList: components["schemas"]["Role"][] | {
            /**
             * Format: int64
             * @description Rows of this page.
             */
            length: number;
            /**
             * Format: int64
             * @description Rows of a page.
             */
            limit: number;
            roles: components["schemas"]["Role"][];
            /**
             * Format: int64
             * @description Rows before these.
             */
            start: number;
            /**
             * Format: int64
             * @description All rows.
             */
            total: number;
        };
        /** @description A user who has a role. Fields without a value are left out. */
        RoleMember: {
            /** @description The e-mail address. */
            email?: string;
            /** @description The full name. */
            name?: string;
            /** @description The picture's URL. */
            picture?: string;
            /** @description The user's id. */
            user_id: string;
        };
        RoleMemberList: components["schemas"]["RoleMember"][] | {
            /**
             * Format: int64
             * @description Rows of this page.
             */
            length: number;
            /**
             * Format: int64
             * @description Rows of a page.
             */
            limit: number;
            /**
             * Format: int64
             * @description Rows before these.
             */
            start: number;
            /**
             * Format: int64
             * @description All rows.
             */
            total: number;
            users: components["schemas"]["RoleMember"][];
        } | {
            /** @description The cursor to the rows after these. */
            next?: string;
            users: components["schemas"]["RoleMember"][];
        };
        /** @description A permission of a role. */
        RolePermission: {
            /** @description What the scope allows; may be empty. */
            description: string;
            /** @description The scope. */
            permission_name: string;
            /** @description The API's identifier. */
            resource_server_identifier: string;
            /** @description The API's name. */
            resource_server_name: string;
        };
        RolePermissionList: components["schemas"]["RolePermission"][] | {
            /**
             * Format: int64
             * @description Rows of this page.
             */
            length: number;
            /**
             * Format: int64
             * @description Rows of a page.
             */
            limit: number;
            permissions: components["schemas"]["RolePermission"][];
            /**
             * Format: int64
             * @description Rows before these.
             */
            start: number;
            /**
             * Format: int64
             * @description All rows.
             */
            total: number;
        };
        /** @description What to change of a role. Fields left out stay as they are. */
        RoleUpdate: {
            /** @description What it is for; null makes it empty. */
            description?: string | null;
            /** @description Whether every user made from now on is given it. */
            is_default?: boolean | null;
            /** @description The name, without `<` and `>`; unique without regard to case. */
            name?: string;
        };
        /** @description Users to be given a role. */
        RoleUserIds: {
            /** @description The ids of the users. */
            users: string[];
        };
        /** @description A browser that is signed in. Fields without a value are left out. */
        Session: {
            /**
             * Format: date-time
             * @description When the person last proved who it is.
             */
            authenticated_at: string;
            /** @description How the person was recognised. */
            authentication: components["schemas"]["SessionAuthentication"];
            /** @description The applications signed in to. */
            clients: components["schemas"]["SessionClient"][];
            /**
             * Format: date-time
             * @description When it began.
             */
            created_at: string;
            /** @description The device. */
            device: components["schemas"]["SessionDevice"];
            /**
             * Format: date-time
             * @description When it ends however much it is used.
             */
            expires_at?: string;
            /** @description The session's id. */
            id: string;
            /**
             * Format: date-time
             * @description When it ends if it is not used.
             */
            idle_expires_at?: string;
            /**
             * Format: date-time
             * @description When it was last used.
             */
            last_interacted_at: string;
            /** @description Up to 25 texts of the customer's own. */
            session_metadata?: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string;
            /** @description Who is signed in, in the list of an application. */
            user?: components["schemas"]["SessionUser"];
            /** @description Who is signed in. */
            user_id: string;
        };
        /** @description How a person was recognised. */
        SessionAuthentication: {
            /** @description The methods. */
            methods: components["schemas"]["SessionAuthenticationMethod"][];
        };
        /** @description A method by which a person was recognised. */
        SessionAuthenticationMethod: {
            /** @description Its name, such as `pwd`. */
            name: string;
            /**
             * Format: date-time
             * @description When.
             */
            timestamp: string;
        };
        /** @description An application signed in to in a session. */
        SessionClient: {
            /** @description The application's id. */
            client_id: string;
        };
        /** @description A device, first and last seen. Fields without a value are left out. */
        SessionDevice: {
            /** @description The browser and its version, in words. */
            browser?: string;
            /** @description The kind of device and its system, in words. */
            device?: string;
            /** @description The address it first came from. */
            initial_ip?: string;
            /** @description The user agent it first named. */
            initial_user_agent?: string;
            /** @description The address it last came from. */
            last_ip?: string;
            /** @description The user agent it last named. */
            last_user_agent?: string;
        };
        /** @description Sessions, a page of them. */
        SessionList: {
            /** @description The cursor to the rows after these; absent on the last page. */
            next?: string;
            /** @description The sessions. */
            sessions: components["schemas"]["Session"][];
            /**
             * Format: int64
             * @description The number of all sessions, if it was asked for.
             */
            total?: number;
        };
        /** @description What to change of a session. */
        SessionUpdate: {
            /** @description Up to 25 texts of at most 255 characters, set one by one; null removes one, an empty object all. */
            session_metadata?: Record<string, unknown> | null;
        };
        /** @description Who is signed in. */
        SessionUser: {
            /** @description The e-mail address. */
            email?: string;
            /**
             * Format: date-time
             * @description When the user last signed in.
             */
            last_login?: string;
            /** @description The full name. */
            name?: string;
            /** @description The picture's URL. */
            picture?: string;
            /** @description The user's id. */
            user_id: string;
        };
        /**
         * @description What a protection does: without `block` nothing.
         * @enum {string}
         */
        Shield: "block";
        /**
         * @description Whether sign-up asks for something.
         * @enum {string}
         */
        SignUpStatus: "required" | "optional" | "inactive";
        /**
         * @description How access tokens are signed.
         * @enum {string}
         */
        SigningAlgorithm: "RS256" | "ES256";
        /** @description How many failures are taken at sign-in. */
        SuspiciousIpPreLogin: {
            /**
             * Format: int64
             * @description How many.
             */
            max_attempts: number;
        };
        /** @description Auth0's stages. */
        SuspiciousIpStage: {
            /** @description At sign-in. */
            "pre-login": components["schemas"]["SuspiciousIpPreLogin"];
        };
        /** @description What failures from one address do to it. */
        SuspiciousIpThrottling: {
            /** @description Addresses and networks from which nothing is counted. */
            allowlist: string[];
            /** @description Whether they are counted. */
            enabled: boolean;
            /**
             * Format: int64
             * @description Within how many minutes.
             */
            minutes: number;
            /** @description What happens then. */
            shields: components["schemas"]["Shield"][];
            /** @description How many failures are taken. */
            stage: components["schemas"]["SuspiciousIpStage"];
        };
        /** @description What to change. Fields left out stay as they are; null sets a field back to its default. */
        SuspiciousIpThrottlingUpdate: {
            /** @description Addresses and networks from which nothing is counted, such as `192.0.2.0/24`. */
            allowlist?: string[] | null;
            /** @description Whether they are counted; true by default. */
            enabled?: boolean | null;
            /**
             * Format: int64
             * @description Within how many minutes, 15 by default.
             */
            minutes?: number | null;
            /** @description What happens then; Auth0's notices by mail are refused. */
            shields?: components["schemas"]["Shield"][] | null;
            /** @description How many failures are taken; Auth0's `rate` is refused, `minutes` says it. */
            stage?: {
                /** @description At sign-in. */
                "pre-login"?: {
                    /**
                     * Format: int64
                     * @description How many, 100 by default.
                     */
                    max_attempts?: number | null;
                } | null;
            } | null;
        };
        /** @description A tenant's settings. Fields without a value are left out. */
        TenantSettings: {
            /** @description Where people may be sent after signing out, whatever the client. */
            allowed_logout_urls: string[];
            /** @description The audience of tokens asked for without one. */
            default_audience?: string;
            /** @description Where people are sent who have nowhere to return to. */
            default_redirection_uri?: string;
            /** @description The name shown to people. */
            friendly_name?: string;
            /**
             * Format: double
             * @description How long a session lasts without being used, in hours.
             */
            idle_session_lifetime: number;
            /**
             * Format: int64
             * @description The same in minutes.
             */
            idle_session_lifetime_in_minutes: number;
            /** @description The logo. */
            picture_url?: string;
            /** @description How many requests are answered. */
            rate_limits: components["schemas"]["RateLimits"];
            /**
             * Format: double
             * @description How long a session lasts at most, in hours.
             */
            session_lifetime: number;
            /**
             * Format: int64
             * @description The same in minutes.
             */
            session_lifetime_in_minutes: number;
            /** @description Where people ask for help by mail. */
            support_email?: string;
            /** @description Where people read help. */
            support_url?: string;
            /** @description Whether whoever has an e-mail address must prove it before signing in. */
            verified_email_required: boolean;
        };
        /** @description What to change. Fields left out stay as they are; null sets a field back to its default. */
        TenantSettingsUpdate: {
            /** @description Where people may be sent after signing out, whatever the client: whole addresses, without wildcards. */
            allowed_logout_urls?: string[] | null;
            /** @description The audience of tokens asked for without one: the identifier of one of the tenant's resource servers. */
            default_audience?: string | null;
            /**
             * Format: uri
             * @description Where people are sent who have nowhere to return to.
             */
            default_redirection_uri?: string | null;
            /** @description The name shown to people. */
            friendly_name?: string | null;
            /**
             * Format: double
             * @description How long a session lasts without being used, in hours, 72 by default; no longer than `session_lifetime`.
             */
            idle_session_lifetime?: number | null;
            /**
             * Format: int64
             * @description The same in minutes; send one of them.
             */
            idle_session_lifetime_in_minutes?: number | null;
            /**
             * Format: uri
             * @description The logo.
             */
            picture_url?: string | null;
            /** @description How many requests are answered; off by default, for an outer gateway to do. */
            rate_limits?: {
                /** @description Whether they are counted. */
                enabled?: boolean | null;
                /**
                 * Format: int64
                 * @description Requests from one address in a minute to what anybody may call, 30 by default.
                 */
                per_ip_per_minute?: number | null;
                /**
                 * Format: int64
                 * @description Requests of one user in a minute, 60 by default.
                 */
                per_user_per_minute?: number | null;
            } | null;
            /**
             * Format: double
             * @description How long a session lasts at most, in hours, 720 by default. Shorter is safer; sessions there are end no later either.
             */
            session_lifetime?: number | null;
            /**
             * Format: int64
             * @description The same in minutes; send one of them.
             */
            session_lifetime_in_minutes?: number | null;
            /**
             * Format: email
             * @description Where people ask for help by mail.
             */
            support_email?: string | null;
            /**
             * Format: uri
             * @description Where people read help.
             */
            support_url?: string | null;
            /**
             * @description Whether whoever has an e-mail address must prove it before signing in; not by default. A mail is sent to those who are
             *     stopped. Sessions there are go on.
             */
            verified_email_required?: boolean | null;
        };
        /** @description A one-time link. */
        Ticket: {
            /** @description The link: whoever has it may do what it is for. */
            ticket: string;
        };
        /** @description One of a user's own identities. */
        TicketIdentity: {
            /** @description The connection's id. */
            connection_id?: string;
            /**
             * @description The provider.
             * @example auth0
             */
            provider: string;
            /** @description The id at the provider. */
            user_id: string;
        };
        /**
         * @description The form of access tokens: Auth0's or RFC 9068's, `_authz` with the claim `permissions`.
         * @enum {string}
         */
        TokenForm: "access_token" | "access_token_authz" | "rfc9068_profile" | "rfc9068_profile_authz";
        /** @description A user. Fields without a value are left out. */
        User: {
            /** @description The postal address. */
            address?: components["schemas"]["Address"];
            /** @description Free JSON that only administrators write. */
            app_metadata?: Record<string, unknown>;
            /** @description Whether the account is kept for the record only. */
            archived: boolean;
            /** @description The resource name: `arn:anteroom:<tenant>:user:<public_id>`. */
            arn: string;
            /** @description A day as `YYYY-MM-DD`, with the year 0000 where it is not told, or a year as `YYYY`. */
            birthdate?: string;
            /** @description Whether the account cannot sign in: suspended, deactivated or archived. */
            blocked: boolean;
            /** @description With which browser. */
            browser?: string;
            /** @description Where the user works. */
            company?: string;
            /**
             * Format: date-time
             * @description When the account was made.
             */
            created_at: string;
            /** @description On which kind of device. */
            device?: string;
            /** @description The e-mail address, in lower case; unique without regard to case. */
            email?: string;
            /** @description Whether the user has shown control of the address. */
            email_verified?: boolean;
            /** @description The id that another system knows the user by; unique in the tenant. */
            external_id?: string;
            /** @description The family name. */
            family_name?: string;
            /** @description `female`, `male`, `unknown`, or another word. */
            gender?: string;
            /** @description The given name. */
            given_name?: string;
            /** @description The accounts at the connections; the first is the primary one. */
            identities: components["schemas"]["Identity"][];
            /** @description The number of a passport or identity card; never told to applications. */
            identity_number?: string;
            /** @description From which address. */
            last_ip?: string;
            /**
             * Format: date-time
             * @description When the user last signed in.
             */
            last_login?: string;
            /** @description To which client. */
            last_login_client?: string;
            /**
             * Format: date-time
             * @description When a second factor was last given.
             */
            last_mfa_at?: string;
            /**
             * Format: date-time
             * @description When the password was last set after the account was made.
             */
            last_password_reset?: string;
            /** @description The language: `de`, with region `de-CH`, with script `zh-Hans-CN`. */
            locale?: string;
            /**
             * Format: date-time
             * @description Until when the account is locked after failed sign-ins; absent while it is not. Told by lists and reads of users whose
             *     `fields` names it.
             */
            locked_until?: string;
            /**
             * Format: int64
             * @description How often the user signed in.
             */
            logins_count: number;
            /** @description The middle name. */
            middle_name?: string;
            /** @description The full name. */
            name?: string;
            /** @description The nickname; not unique. */
            nickname?: string;
            /** @description The id that a provider gives the user for one application. */
            openid?: string;
            /**
             * Format: int64
             * @description How hard the password is to guess, from 0 to 4; absent when there is none.
             */
            password_security_level?: number;
            /**
             * Format: date-time
             * @description When the password was last set; absent when there is none.
             */
            password_set_at?: string;
            /** @description The phone number's country code. */
            phone_country_code?: string;
            /** @description The phone number in E.164. */
            phone_number?: string;
            /** @description Whether the user has shown control of the number. */
            phone_verified?: boolean;
            /** @description The picture's URL; Gravatar's for the address if none was set. */
            picture?: string;
            /** @description What the user may administer. */
            platform_role: components["schemas"]["AccountRole"];
            /** @description Free JSON of what the user likes better. */
            preferences?: Record<string, unknown>;
            /** @description The name the user likes to be called by. */
            preferred_username?: string;
            /** @description The URL of the page about the user. */
            profile?: string;
            /** @description A second, opaque id of 32 hexadecimal digits, without meaning and unlike any internal number. */
            public_id: string;
            /** @description Whether the password must be changed at the next sign-in. */
            reset_password_on_next_login: boolean;
            /**
             * Format: date-time
             * @description When the user signed up; absent for accounts that came another way.
             */
            signed_up?: string;
            /** @description How the account came to be. */
            source: components["schemas"]["AccountSource"];
            /** @description The status. */
            status: components["schemas"]["AccountStatus"];
            /**
             * Format: date-time
             * @description When the status last changed.
             */
            status_changed_at: string;
            /** @description Why the status is so. */
            status_reason?: string;
            /** @description The tenant's name. */
            tenant: string;
            /** @description The id that a provider gives the user for all applications of one owner. */
            unionid?: string;
            /**
             * Format: date-time
             * @description When the profile last changed or the user last signed in, whichever is later.
             */
            updated_at: string;
            /** @description The id, `<provider>|<id at the provider>`; never changes and is never given again. It is the `sub` of tokens. */
            user_id: string;
            /** @description Free JSON the user may edit. */
            user_metadata?: Record<string, unknown>;
            /** @description The username as typed; unique without regard to case. */
            username?: string;
            /** @description The URL of the user's own page. */
            website?: string;
            /** @description The time zone by its name in the IANA database; UTC is to be taken where it is missing. */
            zoneinfo?: string;
        };
        /** @description A lock after failed sign-ins. It holds for every address. */
        UserBlock: {
            /** @description The connection's name; left out where nobody has the identifier. */
            connection?: string;
            /** @description By what the account is known. */
            identifier: string;
        };
        /** @description The locks that hold now; none if there is none. */
        UserBlocks: {
            /** @description The locks. */
            blocked_for: components["schemas"]["UserBlock"][];
        };
        /**
         * @description What became of a user.
         * @enum {string}
         */
        UserBulkOutcome: "done" | "skipped" | "failed";
        /** @description What became of one user. */
        UserBulkResult: {
            /** @description Why it failed: what the request for this user alone would have answered. */
            error?: components["schemas"]["Error"];
            /** @description What became of it. */
            outcome: components["schemas"]["UserBulkOutcome"];
            /** @description The user's id. */
            user_id: string;
        };
        /** @description A user to be made. At least one of email, phone_number and username is needed. */
        UserCreate: {
            address?: {
                /** @description The city; told to applications as the locality where that is missing. */
                city?: string;
                /** @description The country. */
                country?: string;
                /** @description All of it as written on a letter, perhaps in several lines. */
                formatted?: string;
                /** @description City or locality. */
                locality?: string;
                /** @description The postal code. */
                postal_code?: string;
                /** @description The province; told to applications as the region where that is missing. */
                province?: string;
                /** @description State, province or region. */
                region?: string;
                /** @description Street and number, perhaps in several lines. */
                street_address?: string;
            } & Record<string, unknown>;
            /** @description Free JSON that only administrators write; keys without `.` and `$`, 64 KiB at most. */
            app_metadata?: Record<string, unknown>;
            /**
             * @description A day as `YYYY-MM-DD`, with the year 0000 where it is not told, or a year as `YYYY`.
             * @example 1815-12-10
             */
            birthdate?: string;
            /** @description Whether the account cannot sign in. */
            blocked?: boolean;
            /** @description Where the user works. */
            company?: string;
            /**
             * @description The connection's name.
             * @example Username-Password-Authentication
             */
            connection: string;
            /**
             * @description The hash of the password, with all that tells how it was made. Instead of `password`; replaced by one of ours at
             *     the first sign-in.
             */
            custom_password_hash?: components["schemas"]["CustomPasswordHash"];
            /**
             * Format: email
             * @description The e-mail address.
             */
            email?: string;
            /** @description Whether the user has shown control of it; a new address is unverified unless said otherwise. */
            email_verified?: boolean;
            /** @description The id that another system knows the user by. */
            external_id?: string;
            /** @description The family name. */
            family_name?: string;
            /** @description `female`, `male`, `unknown` or another word; `F`, `M` and `U` are kept as the first three. */
            gender?: string;
            /** @description Whether to make a password, which this answer alone tells and which must be changed at the first sign-in. */
            generate_password?: boolean;
            /** @description The given name. */
            given_name?: string;
            /** @description The number of a passport or identity card; never told to applications. */
            identity_number?: string;
            /**
             * @description The language: `de`, with region `de-CH`, with script `zh-Hans-CN`.
             * @example de-CH
             */
            locale?: string;
            /** @description The middle name. */
            middle_name?: string;
            /** @description The full name. */
            name?: string;
            /** @description The nickname. */
            nickname?: string;
            /** @description Whether to tell the user by mail, with the way to the sign-in page. */
            notify?: boolean;
            /** @description The id that a provider gives the user for one application. */
            openid?: string;
            /**
             * Format: password
             * @description The password: none of the common ones.
             * @example violet harbour lantern 42
             */
            password?: string;
            /**
             * @description The hash of the password as one text: bcrypt, PHC and crypt formats and others that docs/passwords.md tells. Instead
             *     of `password`; replaced by one of ours at the first sign-in.
             * @example $2b$10$QxNPM/NvQBXnEcTDBMf6uegg0sUXjqt1OgYwUtoxxqdYUjxSxdJ8i
             */
            password_hash?: string;
            /** @description The phone number in E.164. */
            phone_number?: string;
            /** @description Whether the user has shown control of it. */
            phone_verified?: boolean;
            /**
             * Format: uri
             * @description The picture's http or https URL.
             */
            picture?: string;
            /** @description What the user may administer. */
            platform_role?: components["schemas"]["AccountRole"];
            /** @description Free JSON of what the user likes better; keys without `.` and `$`, 16 KiB at most, merged as metadata is. */
            preferences?: Record<string, unknown>;
            /** @description The name the user likes to be called by. */
            preferred_username?: string;
            /**
             * Format: uri
             * @description The http or https URL of the page about the user.
             */
            profile?: string;
            /** @description Whether the password must be changed at the next sign-in. */
            reset_password_on_next_login?: boolean;
            /** @description The roles to give the user beside the tenant's default ones, by id. Needs the scope update:users as well. */
            roles?: string[];
            /** @description The id that a provider gives the user for all applications of one owner. */
            unionid?: string;
            /** @description The id at the connection, if not ours to choose; the provider is put before it. */
            user_id?: string;
            /** @description Free JSON the user may edit; keys without `.` and `$`, 64 KiB at most. */
            user_metadata?: Record<string, unknown>;
            /** @description The username: letters, digits and some signs; must not look like an address or a number. */
            username?: string;
            /** @description Whether to send a mail to verify the address; without it one is sent to new unverified addresses. */
            verify_email?: boolean;
            /**
             * Format: uri
             * @description The http or https URL of the user's own page.
             */
            website?: string;
            /**
             * @description The time zone by its name in the IANA database.
             * @example Europe/Berlin
             */
            zoneinfo?: string;
        };
        /** @description A built-in field of users, as this tenant shows and offers it. */
        UserField: {
            /** @description Whether users change it themselves. */
            editable_by_user: boolean;
            /** @description What people read beside it. */
            label: string;
            /** @description The field's name in a user. */
            name: string;
            /** @description What its values are. */
            type: components["schemas"]["UserFieldType"];
            /** @description Whether no two users of the tenant have the same value. */
            unique: boolean;
            /** @description Whether a console shows it to administrators. */
            visible_in_console: boolean;
            /** @description Whether a personal center shows it to the user. */
            visible_in_personal_center: boolean;
        };
        /**
         * @description What a field's values are.
         * @enum {string}
         */
        UserFieldType: "text" | "flag" | "number" | "time" | "date" | "email" | "phone" | "url" | "object" | "list";
        /** @description What to change. Fields left out stay as they are; null sets a field back to its default. */
        UserFieldUpdate: {
            /** @description Whether users change it themselves; false for what only administrators or the server write. */
            editable_by_user?: boolean | null;
            /** @description What people read beside it. */
            label?: string | null;
            /** @description Whether a console shows it to administrators. */
            visible_in_console?: boolean | null;
            /** @description Whether a personal center shows it to the user. */
            visible_in_personal_center?: boolean | null;
        };
        /** @description A permission of a user. */
        UserPermission: {
            /** @description What the scope allows; may be empty. */
            description: string;
            /** @description The scope. */
            permission_name: string;
            /** @description The API's identifier. */
            resource_server_identifier: string;
            /** @description The API's name. */
            resource_server_name: string;
            /** @description From where the user has it. */
            sources: components["schemas"]["PermissionSource"][];
        };
        UserPermissionList: components["schemas"]["UserPermission"][] | {
            /**
             * Format: int64
             * @description Rows of this page.
             */
            length: number;
            /**
             * Format: int64
             * @description Rows of a page.
             */
            limit: number;
            permissions: components["schemas"]["UserPermission"][];
            /**
             * Format: int64
             * @description Rows before these.
             */
            start: number;
            /**
             * Format: int64
             * @description All rows.
             */
            total: number;
        };
        /** @description A user's refresh tokens, a page of them. */
        UserRefreshTokenList: {
            /** @description The cursor to the rows after these; absent on the last page. */
            next?: string;
            /** @description The refresh tokens. */
            tokens: components["schemas"]["RefreshToken"][];
            /**
             * Format: int64
             * @description The number of all refresh tokens, if it was asked for.
             */
            total?: number;
        };
        /** @description The new status. */
        UserStatus: {
            /** @description Whether to tell the user by mail, if the status becomes another one; not by default. */
            notify?: boolean;
            /** @description Why. */
            reason?: string | null;
            /** @description The status. */
            status: components["schemas"]["AccountStatus"];
        };
        /** @description What to change. Fields left out stay as they are; null removes. */
        UserUpdate: {
            /** @description The postal address; parts that are left out stay as they are. */
            address?: {
                /** @description The city; told to applications as the locality where that is missing. */
                city?: string | null;
                /** @description The country. */
                country?: string | null;
                /** @description All of it as written on a letter, perhaps in several lines. */
                formatted?: string | null;
                /** @description City or locality. */
                locality?: string | null;
                /** @description The postal code. */
                postal_code?: string | null;
                /** @description The province; told to applications as the region where that is missing. */
                province?: string | null;
                /** @description State, province or region. */
                region?: string | null;
                /** @description Street and number, perhaps in several lines. */
                street_address?: string | null;
            } | null;
            /** @description Free JSON that only administrators write; keys without `.` and `$`, 64 KiB at most. */
            app_metadata?: Record<string, unknown> | null;
            /**
             * @description A day as `YYYY-MM-DD`, with the year 0000 where it is not told, or a year as `YYYY`.
             * @example 1815-12-10
             */
            birthdate?: string | null;
            /** @description Whether the account cannot sign in. */
            blocked?: boolean;
            /** @description The client whose name and look a mail about the change has. */
            client_id?: string;
            /** @description Where the user works. */
            company?: string | null;
            /**
             * @description The connection's name; one of the user's own.
             * @example Username-Password-Authentication
             */
            connection?: string;
            /**
             * Format: email
             * @description The e-mail address.
             */
            email?: string | null;
            /** @description Whether the user has shown control of it; a new address is unverified unless said otherwise. */
            email_verified?: boolean;
            /** @description The id that another system knows the user by. */
            external_id?: string | null;
            /** @description The family name. */
            family_name?: string | null;
            /** @description `female`, `male`, `unknown` or another word; `F`, `M` and `U` are kept as the first three. */
            gender?: string | null;
            /** @description The given name. */
            given_name?: string | null;
            /** @description The number of a passport or identity card; never told to applications. */
            identity_number?: string | null;
            /**
             * @description The language: `de`, with region `de-CH`, with script `zh-Hans-CN`.
             * @example de-CH
             */
            locale?: string | null;
            /** @description The middle name. */
            middle_name?: string | null;
            /** @description The full name. */
            name?: string | null;
            /** @description The nickname. */
            nickname?: string | null;
            /** @description Whether to tell the user of the new password by mail, which never holds it; only where one is sent. */
            notify?: boolean;
            /** @description The id that a provider gives the user for one application. */
            openid?: string | null;
            /**
             * Format: password
             * @description The password: none of the common ones.
             * @example violet harbour lantern 42
             */
            password?: string;
            /** @description The phone number in E.164. */
            phone_number?: string | null;
            /** @description Whether the user has shown control of it. */
            phone_verified?: boolean;
            /**
             * Format: uri
             * @description The picture's http or https URL.
             */
            picture?: string | null;
            /** @description What the user may administer. */
            platform_role?: components["schemas"]["AccountRole"];
            /** @description Free JSON of what the user likes better; keys without `.` and `$`, 16 KiB at most, merged as metadata is. */
            preferences?: Record<string, unknown> | null;
            /** @description The name the user likes to be called by. */
            preferred_username?: string | null;
            /**
             * Format: uri
             * @description The http or https URL of the page about the user.
             */
            profile?: string | null;
            /** @description Whether the password must be changed at the next sign-in. */
            reset_password_on_next_login?: boolean;
            /** @description The id that a provider gives the user for all applications of one owner. */
            unionid?: string | null;
            /** @description Free JSON the user may edit; keys without `.` and `$`, 64 KiB at most. */
            user_metadata?: Record<string, unknown> | null;
            /** @description The username: letters, digits and some signs; must not look like an address or a number. */
            username?: string | null;
            /** @description Whether to send a mail to verify the address; without it one is sent to new unverified addresses. */
            verify_email?: boolean;
            /** @description Whether to send a message to verify the number. */
            verify_phone_number?: boolean;
            /**
             * Format: uri
             * @description The http or https URL of the user's own page.
             */
            website?: string | null;
            /**
             * @description The time zone by its name in the IANA database.
             * @example Europe/Berlin
             */
            zoneinfo?: string | null;
        };
        /** @description The fewest and the most characters of a username. */
        UsernameLength: {
            /**
             * Format: int32
             * @description The most, 128 by default.
             */
            max?: number;
            /**
             * Format: int32
             * @description The fewest, 1 by default.
             */
            min?: number;
        };
        /** @description The same for many users. */
        UsersBulkAction: {
            /** @description What is done to each. */
            action: components["schemas"]["BulkAction"];
            platform_role?: components["schemas"]["AccountRole"] | null;
            /** @description Why; kept with the status, and on record. */
            reason?: string | null;
            /** @description The ids of 1 to 50 roles, for `give_roles` and `take_roles`. */
            roles?: string[] | null;
            status?: components["schemas"]["AccountStatus"] | null;
            /** @description The ids of 1 to 200 users; each counts once. */
            user_ids: string[];
            /**
             * @description The new time zone, for `set_timezone`: a name of the time zone database; null for none.
             * @example Asia/Shanghai
             */
            zoneinfo?: string | null;
        };
        /** @description What became of the users, in the order in which they were named. */
        UsersBulkResult: {
            /** @description What the events of all of it are found by: `correlation_id`, unless the request had an `X-Correlation-ID`. */
            batch_id: string;
            /** @description For how many it was done. */
            done: number;
            /** @description For how many it failed. */
            failed: number;
            /** @description One result for each. */
            results: components["schemas"]["UserBulkResult"][];
            /** @description For how many it was so already. */
            skipped: number;
        };
        /** @description Users to be made. */
        UsersCreate: {
            /** @description 1 to 50 users, each as `POST /api/v2/users` takes it. */
            users: components["schemas"]["UserCreate"][];
        };
        /** @description What became of the users, in the order in which they were sent. */
        UsersCreated: {
            /** @description One result for each. */
            results: components["schemas"]["CreateResult"][];
        };
        /** @description A field of an export. */
        UsersExportField: {
            /** @description What it is called in the file, if otherwise. */
            export_as?: string;
            /** @description Where it stands in a user: `email`, `identities[0].connection`, `user_metadata.a.b`. */
            name: string;
        };
        /** @description Which users to export, and how. */
        UsersExportJob: {
            /** @description The id of the connection whose users are wanted; those of all if absent. */
            connection_id?: string;
            /** @description The fields in their order; without any, whole users, or the usual columns of a table. */
            fields?: components["schemas"]["UsersExportField"][];
            /** @description The form of the file: an object a line (`json`, by default) or a table (`csv`). */
            format?: components["schemas"]["JobExportFormat"];
            /**
             * Format: int64
             * @description How many users at most; all if absent.
             */
            limit?: number;
            /** @description Which users, as a search query in the grammar of docs/search.md; all if absent. */
            q?: string;
        };
        /** @description The file of users to import, and how. Read part by part, not as a whole. */
        UsersImportJob: {
            /** @description The id of the connection that the users are made in. */
            connection_id: string;
            /**
             * @description Whether every entry is looked at as an import would, and nothing is stored: the job tells what would come of it.
             * @default false
             */
            dry_run: boolean;
            /** @description The caller's own name for the job. */
            external_id: string;
            /** @description The form of the file; without it, the file's name and media type say so. */
            format: components["schemas"]["JobImportFormat"];
            /** @description A JSON object of fields by the names of a table's columns; without it, columns are called as the fields. */
            mapping: string;
            /** @description Whether metadata take the place of those of a user that is changed, or are merged into them. */
            metadata: components["schemas"]["JobMetadataMode"];
            /**
             * @description Taken for compatibility: no mail is sent.
             * @default true
             */
            send_completion_email: boolean;
            /**
             * @description Whether users that are there already are changed; otherwise their entries fail.
             * @default false
             */
            upsert: boolean;
            /** @description By what an entry finds the user that it changes. */
            upsert_by: components["schemas"]["JobUpsertBy"];
            /**
             * Format: binary
             * @description The file: a JSON array of users, a user a line, or a table.
             */
            users: string;
        };
        /** @description What an identifier must be. */
        Validation: {
            /** @description What a username must be. */
            username?: components["schemas"]["UsernameLength"];
        };
        /** @description Whom to send a mail to prove the address. */
        VerificationEmailJob: {
            /** @description The client the mail is about. */
            client_id?: string;
            /** @description The identity meant, one of the user's own. */
            identity?: components["schemas"]["TicketIdentity"];
            /** @description The user's id. */
            user_id: string;
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
    get_ips_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The address
                 * @example 192.0.2.7
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address is locked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is no address */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:anomaly_blocks is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address is not locked */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_ips_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The address
                 * @example 192.0.2.7
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address is not locked any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is no address */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope delete:anomaly_blocks is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "get_brute-force-protection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The protection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BruteForceProtection"];
                };
            };
            /** @description There are no parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:attack_protection is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "patch_brute-force-protection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BruteForceProtectionUpdate"];
            };
        };
        responses: {
            /** @description The protection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BruteForceProtection"];
                };
            };
            /** @description The body breaks a rule of a field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:attack_protection is missing, or the caller is no administrator */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "get_suspicious-ip-throttling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The protection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspiciousIpThrottling"];
                };
            };
            /** @description There are no parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:attack_protection is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "patch_suspicious-ip-throttling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspiciousIpThrottlingUpdate"];
            };
        };
        responses: {
            /** @description The protection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspiciousIpThrottling"];
                };
            };
            /** @description The body breaks a rule of a field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:attack_protection is missing, or the caller is no administrator */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "get_client-grants": {
        parameters: {
            query?: {
                /** @description The page's number, from 0. */
                page?: number;
                /** @description Grants of a page, 50 by default. */
                per_page?: number;
                /** @description Whether the answer is an object that tells the number of all grants found. */
                include_totals?: boolean;
                /** @description The cursor that an earlier answer gave as `next`. */
                from?: string;
                /** @description Grants behind the cursor, 50 by default. */
                take?: number;
                /** @description Only grants of this client. */
                client_id?: string;
                /** @description Only grants for the API of this identifier. */
                audience?: string;
                /** @description Only grants for this kind of subject: `client` or `user`. */
                subject_type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An array of grants; with include_totals=true {start, limit, length, total, client_grants}; with from or take {client_grants, next} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientGrantList"];
                };
            };
            /** @description A parameter is malformed or out of range, both kinds of paging are mixed, or the cursor is not one of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:client_grants is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "post_client-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientGrantCreate"];
            };
        };
        responses: {
            /** @description The grant */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientGrant"];
                };
            };
            /** @description The body breaks a rule of a field, or names a scope that the API does not have */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope create:client_grants is missing, the client or the scopes exceed the caller's, or the client is the server's own */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such client or API */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The client has a grant for this API and kind of subject */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "get_client-grant": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The grant's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientGrant"];
                };
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:client_grants is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such grant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "delete_client-grants_by_id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The grant's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grant is not there any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope delete:client_grants is missing, or the client exceeds the caller's rank or scopes or is the server's own */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It is the grant that this request is made with */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "patch_client-grants_by_id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The grant's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientGrantUpdate"];
            };
        };
        responses: {
            /** @description The grant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientGrant"];
                };
            };
            /** @description The id is malformed, or the body breaks a rule of a field or names a scope that the API does not have */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:client_grants is missing, the client or the scopes exceed the caller's, or the client is the server's own */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such grant */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_clients: {
        parameters: {
            query?: {
                /** @description The page's number, from 0. */
                page?: number;
                /** @description Clients of a page, 50 by default. */
                per_page?: number;
                /** @description Whether the answer is an object that tells the number of all clients. */
                include_totals?: boolean;
                /** @description Names of fields, separated by commas. */
                fields?: string;
                /** @description Whether they are the only ones answered (true) or the ones left out (false). */
                include_fields?: boolean;
                /** @description The cursor that an earlier answer gave as `next`. */
                from?: string;
                /** @description Clients behind the cursor, 50 by default. */
                take?: number;
                /** @description Only the server's own clients, such as the console's, or only others. */
                is_global?: boolean;
                /** @description Only the tenant's own clients, or only those of others. */
                is_first_party?: boolean;
                /** @description Only clients of these kinds, separated by commas. */
                app_type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An array of clients; with include_totals=true {start, limit, length, total, clients}; with from or take {clients, next} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartialClientList"];
                };
            };
            /** @description A parameter is malformed or out of range, both kinds of paging are mixed, or the cursor is not one of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:clients is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_clients: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientCreate"];
            };
        };
        responses: {
            /** @description The client */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description The body breaks a rule of a field, or puts together what does not go together */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope create:clients is missing, or the rank exceeds the caller's */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The Idempotency-Key was used with another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_clients_by_id: {
        parameters: {
            query?: {
                /** @description Names of fields, separated by commas. */
                fields?: string;
                /** @description Whether they are the only ones answered (true) or the ones left out (false). */
                include_fields?: boolean;
            };
            header?: never;
            path: {
                /** @description The client's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client, or the fields asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartialClient"];
                };
            };
            /** @description The id or a parameter is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:clients or read:client_keys is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such client */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_clients_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client is not there any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope delete:clients is missing, or the client exceeds the caller's rank or scopes or is the server's own */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It is the client of this request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patch_clients_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientUpdate"];
            };
        };
        responses: {
            /** @description The client */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description The id is malformed, or the body breaks a rule of a field or puts together what does not go together */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:clients or update:client_keys is missing, the client or the rank exceeds the caller's rank or scopes, or the client is the server's own */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such client */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "post_rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client with its new secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description The id is malformed, or the client is a public one */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:client_keys is missing, or the client exceeds the caller's rank or scopes or is the server's own */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such client */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_sessions_for_client: {
        parameters: {
            query?: {
                /** @description The cursor that an earlier answer gave as `next`. */
                from?: string;
                /** @description Rows behind the cursor, 50 by default. */
                take?: number;
                /** @description Whether the answer tells the number of all rows. */
                include_totals?: boolean;
            };
            header?: never;
            path: {
                /** @description The client's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description {sessions, next}; with include_totals=true total too */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description The id or a parameter is malformed or out of range, or the cursor is not one of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:sessions or read:users is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such client */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_connections: {
        parameters: {
            query?: {
                /** @description The page's number, from 0. */
                page?: number;
                /** @description Connections of a page, 50 by default. */
                per_page?: number;
                /** @description Whether the answer is an object that tells the number of all connections found. */
                include_totals?: boolean;
                /** @description The cursor that an earlier answer gave as `next`. */
                from?: string;
                /** @description Connections behind the cursor, 50 by default. */
                take?: number;
                /** @description Only those of this kind. */
                strategy?: string;
                /** @description Only the one of this name. */
                name?: string;
                /** @description Names of fields, separated by commas. */
                fields?: string;
                /** @description Whether they are the only ones answered (true) or the ones left out (false). */
                include_fields?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An array of connections; with include_totals=true {start, limit, length, total, connections}; with from or take {connections, next} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartialConnectionList"];
                };
            };
            /** @description A parameter is malformed or out of range, both kinds of paging are mixed, or the cursor is not one of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:connections is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_connections_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The connection's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:connections is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such connection */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patch_connections_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The connection's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionUpdate"];
            };
        };
        responses: {
            /** @description The connection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description The body breaks a rule of a field, or names an option that is not supported */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:connections is missing, or the caller is no administrator */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such connection */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "get_device-credentials": {
        parameters: {
            query?: {
                /** @description The page's number, from 0. */
                page?: number;
                /** @description Devices of a page, 50 by default. */
                per_page?: number;
                /** @description Whether the answer is an object that tells the number of all devices found. */
                include_totals?: boolean;
                /** @description Names of fields, separated by commas. */
                fields?: string;
                /** @description Whether they are the only ones answered (true) or the ones left out (false). */
                include_fields?: boolean;
                /** @description Only devices of this user. */
                user_id?: string;
                /** @description Only devices of this application. */
                client_id?: string;
                /** @description Only those with this kind of credential. */
                type?: components["schemas"]["DeviceCredentialType"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An array of devices; with include_totals=true {start, limit, length, total, device_credentials} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartialDeviceCredentialList"];
                };
            };
            /** @description A parameter is malformed or out of range */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:device_credentials is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "post_device-credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceCredentialCreate"];
            };
        };
        responses: {
            /** @description Always: the body is malformed, or public keys are not taken */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:device_credentials or delete:device_credentials is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "delete_device-credentials_by_id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The device's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The device is not linked any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope delete:device_credentials is missing, or the caller may not do this to this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_grants: {
        parameters: {
            query?: {
                /** @description The page's number, from 0. */
                page?: number;
                /** @description Grants of a page, 50 by default. */
                per_page?: number;
                /** @description Whether the answer is an object that tells the number of all grants found. */
                include_totals?: boolean;
                /** @description Only grants of this user. */
                user_id?: string;
                /** @description Only grants to this application. */
                client_id?: string;
                /** @description Only grants for this API. */
                audience?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An array of grants; with include_totals=true {start, limit, length, total, grants} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantList"];
                };
            };
            /** @description A parameter is malformed or out of range */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:grants is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_grants_by_user_id: {
        parameters: {
            query: {
                /** @description The user. */
                user_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user has no grants any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The parameter is missing or malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope delete:grants is missing, or the caller may not do this to this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_grants_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The grant's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grant is not there any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope delete:grants is missing, or the caller may not do this to this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_jobs: {
        parameters: {
            query?: {
                /** @description Only jobs that do this. */
                type?: string;
                /** @description The cursor that an earlier answer gave as `next`. */
                from?: string;
                /** @description Jobs of a page, 50 by default. */
                take?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The jobs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
            /** @description A parameter is malformed or out of range, or the cursor is not one of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope create:users or read:users is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "post_users-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsersExportJob"];
            };
        };
        responses: {
            /** @description The job */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The body breaks a rule of a field, there is no such connection, or the search query is not understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:users is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "post_users-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UsersImportJob"];
            };
        };
        responses: {
            /** @description The job */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description A part is missing, unknown or breaks a rule, or there is no such connection */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope create:users is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not multipart/form-data */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "post_verification-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationEmailJob"];
            };
        };
        responses: {
            /** @description The job */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The body breaks a rule of a field, or the user has no address */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:users is missing, or the user's role exceeds the caller's rank */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_jobs_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The job's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope create:users or read:users is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such job */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_cancel_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The job's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The scope to ask for such a job is missing: create:users for an import, read:users for an export */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such job */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The job is over already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_errors: {
        parameters: {
            query?: {
                /** @description The cursor that an earlier answer gave as `next`. */
                from?: string;
                /** @description Entries of a page. Without this and `from` all of them are answered, as an array. */
                take?: number;
            };
            header?: never;
            path: {
                /** @description The job's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An array of entries with their errors; with from or take {errors, next}; the job if it failed as a whole */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobErrors"];
                };
            };
            /** @description Nothing went wrong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed, a parameter is out of range, or the cursor is not one of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope create:users or read:users is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such job */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_logs: {
        parameters: {
            query?: {
                /** @description The page's number, from 0. */
                page?: number;
                /** @description Events of a page, 50 by default. */
                per_page?: number;
                /** @description `date:1` for the oldest first; `date:-1`, the newest first, by default. */
                sort?: string;
                /** @description Names of fields, separated by commas. */
                fields?: string;
                /** @description Whether they are the only ones answered (true) or the ones left out (false). */
                include_fields?: boolean;
                /** @description Whether the answer is an object that tells the number of all events found, counted up to 100,000. */
                include_totals?: boolean;
                /**
                 * @description Terms on `type`, `description`, `date`, `user_id`, `user_name`, `client_id`, `client_name`, `connection`, `ip`,
                 *     `user_agent`, `correlation_id` and `log_id`, or words without a field: `type:(f OR fp) AND date:[2026-01-01 TO *]`. docs/search.md
                 *     shows the syntax.
                 */
                q?: string;
                /** @description The `log_id` of the last event of the page before, instead of `page`: as deep as one likes, with any `q` and `sort`. */
                after?: string;
                /** @description The id of the event to go on from, in the order in which events became visible; `q` does not count then. */
                from?: string;
                /** @description Events behind it, 50 by default; without `from` from the first event on. */
                take?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An array of log events; with include_totals=true {start, limit, length, total, logs} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartialLogEventList"];
                };
            };
            /** @description A parameter is malformed or out of range, both kinds of paging are mixed, from names no event, or q is not understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:logs is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_logs_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The event's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogEvent"];
                };
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:logs is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_prompts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How sign-in asks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompts"];
                };
            };
            /** @description There are no parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:prompts is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patch_prompts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromptsUpdate"];
            };
        };
        responses: {
            /** @description How sign-in asks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prompts"];
                };
            };
            /** @description The body breaks a rule of a field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:prompts is missing, or the caller is no administrator */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_refresh_tokens: {
        parameters: {
            query: {
                /** @description Whose. */
                user_id: string;
                /** @description Only those of this application. */
                client_id?: string;
                /** @description The cursor that an earlier answer gave as `next`. */
                from?: string;
                /** @description Rows behind the cursor, 50 by default. */
                take?: number;
                /** @description Names of fields, separated by commas. */
                fields?: string;
                /** @description Whether they are the only ones answered (true) or the ones left out (false). */
                include_fields?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description {refresh_tokens, next} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefreshTokenList"];
                };
            };
            /** @description A parameter is missing, malformed or out of range, or the cursor is not one of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:refresh_tokens is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user or application */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revoke_refresh_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshTokenRevoke"];
            };
        };
        responses: {
            /** @description The refresh tokens have ended */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body breaks a rule of a field, or its fields do not go together */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope delete:refresh_tokens is missing, or the caller may not do this to one of the users */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_refresh_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The refresh token's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refresh token */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefreshToken"];
                };
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:refresh_tokens is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such refresh token, or it has ended */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_refresh_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The refresh token's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refresh token has ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope delete:refresh_tokens is missing, or the caller may not do this to this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "patch_refresh-tokens_by_id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The refresh token's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshTokenUpdate"];
            };
        };
        responses: {
            /** @description The refresh token */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefreshToken"];
                };
            };
            /** @description The body breaks a rule of a field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:refresh_tokens is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such refresh token, or it has ended */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "get_resource-servers": {
        parameters: {
            query?: {
                /** @description The page's number, from 0. */
                page?: number;
                /** @description Resource servers of a page, 50 by default. */
                per_page?: number;
                /** @description Whether the answer is an object that tells the number of all resource servers. */
                include_totals?: boolean;
                /** @description Taken for compatibility: scopes are always answered. */
                include_fields?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An array of resource servers; with include_totals=true {start, limit, length, total, resource_servers} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceServerList"];
                };
            };
            /** @description A parameter is malformed or out of range */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:resource_servers is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "post_resource-servers": {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceServerCreate"];
            };
        };
        responses: {
            /** @description The resource server */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceServer"];
                };
            };
            /** @description The body breaks a rule of a field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope create:resource_servers is missing, or the caller is no administrator */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The identifier is taken, or the Idempotency-Key was used with another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "get_resource-servers_by_id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id or the identifier */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource server */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceServer"];
                };
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:resource_servers is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such resource server */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "delete_resource-servers_by_id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id or the identifier */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource server is not there any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed, or it is the Management API or the default audience */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope delete:resource_servers is missing, or the caller is no administrator */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "patch_resource-servers_by_id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id or the identifier */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceServerUpdate"];
            };
        };
        responses: {
            /** @description The resource server */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceServer"];
                };
            };
            /** @description The body breaks a rule of a field, or changes what is ours of the Management API */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:resource_servers is missing, or the caller is no administrator */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such resource server */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_roles: {
        parameters: {
            query?: {
                /** @description The page's number, from 0. */
                page?: number;
                /** @description Rows of a page, 50 by default. */
                per_page?: number;
                /** @description Whether the answer is an object that tells the number of all rows. */
                include_totals?: boolean;
                /** @description Only roles whose names hold this text, in any case. */
                name_filter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An array of roles, in the order they were made; with include_totals=true {start, limit, length, total, roles} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            /** @description A parameter is malformed or out of range */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:roles is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_roles: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleCreate"];
            };
        };
        responses: {
            /** @description The role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description The body breaks a rule of a field, or there are as many roles as there can be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope create:roles is missing, or the caller is no administrator */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The name is taken, or the Idempotency-Key was used with another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_roles_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The role's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:roles is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such role */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_roles_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The role's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role is gone: an empty object */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyObject"];
                };
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope delete:roles is missing, or the caller is no administrator */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such role */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patch_roles_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The role's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleUpdate"];
            };
        };
        responses: {
            /** @description The role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description The id is malformed, the body breaks a rule of a field, or as many roles are default ones as there can be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:roles is missing, or the caller is no administrator */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such role */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The name is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_role_permission: {
        parameters: {
            query?: {
                /** @description The page's number, from 0. */
                page?: number;
                /** @description Rows of a page, 50 by default. */
                per_page?: number;
                /** @description Whether the answer is an object that tells the number of all rows. */
                include_totals?: boolean;
            };
            header?: never;
            path: {
                /** @description The role's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An array of permissions; with include_totals=true {start, limit, length, total, permissions} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RolePermissionList"];
                };
            };
            /** @description The id or a parameter is malformed or out of range */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:roles is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such role */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_role_permission_assignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The role's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermissionNames"];
            };
        };
        responses: {
            /** @description The role permits them: an empty object */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyObject"];
                };
            };
            /** @description The id is malformed, the body breaks a rule of a field, names a scope that the API does not have or one of the Management API, or there are as many as there can be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:roles is missing, or the caller is no administrator */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such role or API */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_role_permission_assignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The role's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermissionNames"];
            };
        };
        responses: {
            /** @description The role does not permit them any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed, or the body breaks a rule of a field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:roles is missing, or the caller is no administrator */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such role */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_role_user: {
        parameters: {
            query?: {
                /** @description The page's number, from 0. */
                page?: number;
                /** @description Users of a page, 50 by default. */
                per_page?: number;
                /** @description Whether the answer is an object that tells the number of all users who have the role. */
                include_totals?: boolean;
                /** @description The cursor that an earlier answer gave as `next`. */
                from?: string;
                /** @description Users behind the cursor, 50 by default. */
                take?: number;
            };
            header?: never;
            path: {
                /** @description The role's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An array of users; with include_totals=true {start, limit, length, total, users}; with from or take {users, next} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleMemberList"];
                };
            };
            /** @description The id or a parameter is malformed or out of range, both kinds of paging are mixed, or the cursor is not one of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:users, read:roles or read:role_members is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such role */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_role_users: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The role's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleUserIds"];
            };
        };
        responses: {
            /** @description They have the role: an empty object */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyObject"];
                };
            };
            /** @description The id is malformed, the body breaks a rule of a field, or one of them has as many roles as there can be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:roles or create:role_members is missing, or the caller may not do this to one of them */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such role, or one of the users is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The session's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:sessions is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such session, or it has ended */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The session's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope delete:sessions is missing, or the caller may not do this to this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patch_sessions_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The session's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionUpdate"];
            };
        };
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The body breaks a rule of a field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:sessions is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such session, or it has ended */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revoke_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The session's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session and its refresh tokens have ended */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope delete:sessions or delete:refresh_tokens is missing, or the caller may not do this to this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such session, or it has ended */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "get_active-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
            /** @description There are no parameters */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:stats is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_daily: {
        parameters: {
            query?: {
                /**
                 * @description The first day, in UTC; 29 days before `to` by default, and 365 at most.
                 * @example 20260101
                 */
                from?: string;
                /**
                 * @description The last day, today by default.
                 * @example 20260131
                 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The days, the oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DailyStats"][];
                };
            };
            /** @description A parameter is no day, or the days are in the wrong order or too many */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:stats is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_settings: {
        parameters: {
            query?: {
                /** @description Names of fields, separated by commas. */
                fields?: string;
                /** @description Whether they are the only ones answered (true) or the ones left out (false). */
                include_fields?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartialTenantSettings"];
                };
            };
            /** @description A parameter is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:tenant_settings is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patch_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantSettingsUpdate"];
            };
        };
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantSettings"];
                };
            };
            /** @description The body breaks a rule of a field; of a number out of range it names the range */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:tenant_settings is missing, or the caller is no administrator */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "post_email-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailVerificationTicket"];
            };
        };
        responses: {
            /** @description The link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description The body breaks a rule of a field, or the user has no address */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope create:user_tickets is missing, or the user's role exceeds the caller's rank */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "post_password-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChangeTicket"];
            };
        };
        responses: {
            /** @description The link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description The body breaks a rule of a field, names no user, or the user has no address */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope create:user_tickets is missing, or the caller may not change the user's password */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The user is a super administrator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "get_user-blocks": {
        parameters: {
            query: {
                /** @description An e-mail address, a username or a phone number. */
                identifier: string;
                /** @description Whether locks are left out that do not count while brute-force protection is off. */
                consider_brute_force_enablement?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The locks that hold now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserBlocks"];
                };
            };
            /** @description A parameter is missing or malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:users is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "delete_user-blocks": {
        parameters: {
            query: {
                /** @description An e-mail address, a username or a phone number. */
                identifier: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The identifier is not locked any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The parameter is missing or malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:users is missing, or the caller may not do this to the user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "get_user-blocks_by_id": {
        parameters: {
            query?: {
                /** @description Whether locks are left out that do not count while brute-force protection is off. */
                consider_brute_force_enablement?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The locks that hold now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserBlocks"];
                };
            };
            /** @description The id or a parameter is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:users is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "delete_user-blocks_by_id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is not locked any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:users is missing, or the caller may not do this to this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "get_user-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All fields, in the order in which a user is answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserField"][];
                };
            };
            /** @description A parameter was sent */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:users is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "patch_user-fields_by_id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The field's name in a user
                 * @example nickname
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserFieldUpdate"];
            };
        };
        responses: {
            /** @description The field */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserField"];
                };
            };
            /** @description The id is malformed, or the body breaks a rule of a field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:tenant_settings is missing, or the caller is no administrator */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such field */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_users: {
        parameters: {
            query?: {
                /** @description The page's number, from 0. */
                page?: number;
                /** @description Users of a page, 50 by default. */
                per_page?: number;
                /**
                 * @description Whether the answer is an object that tells the number of all users found: `true` for the exact number, `estimate`
                 *     for one that is quick to tell, with total_is_estimate.
                 */
                include_totals?: string;
                /** @description The field to sort by and the direction: `name:1` or `created_at:-1`. */
                sort?: string;
                /** @description Only users of this status. */
                status?: string;
                /** @description Only users who have the role of this id. */
                role?: string;
                /** @description Only users of the connection of this name. */
                connection?: string;
                /** @description Only users whose e-mail address is proven (true) or not (false). */
                email_verified?: boolean;
                /** @description Only users whose phone number is proven (true) or not (false). */
                phone_verified?: boolean;
                /** @description Only users made at this time or later; a date begins with its first moment. RFC 3339. */
                created_from?: string;
                /** @description Only users made at this time or earlier; a date ends with its last moment. */
                created_to?: string;
                /** @description Only users who last signed in at this time or later. */
                last_login_from?: string;
                /** @description Only users who last signed in at this time or earlier; not those who never did. */
                last_login_to?: string;
                /** @description Names of fields, separated by commas. */
                fields?: string;
                /** @description Whether they are the only ones answered (true) or the ones left out (false). */
                include_fields?: boolean;
                /** @description The search query, in Auth0's Lucene syntax; docs/search.md shows it. */
                q?: string;
                /** @description Taken for compatibility: `v2` or `v3`. */
                search_engine?: string;
                /** @description Taken for compatibility: lists are always in order. */
                primary_order?: boolean;
                /** @description The cursor that an earlier answer gave as `next`, to the same list. */
                from?: string;
                /** @description Users behind the cursor, 50 by default. */
                take?: number;
                /** @description Text that one of the five fields must hold, taken literally unless a mode says otherwise. */
                search?: string;
                /**
                 * @description How all fields are compared: `exact` the whole value, which can be given several times; `like` with `%` and `_` as
                 *     wildcards; `similar_to` SQL's expressions, only with isCaseSensitive; `posix` a regular expression.
                 */
                mode?: string;
                /** @description Whether one of several searches must match or all of them. */
                joint?: string;
                /** @description Whether case, accents and width count. */
                isCaseSensitive?: string;
                /** @description Text that the user id and public id must hold. */
                "search.id"?: string;
                /** @description How the user id and public id is compared. */
                "mode.id"?: string;
                /** @description Text that the e-mail address must hold. */
                "search.primaryEmail"?: string;
                /** @description How the e-mail address is compared. */
                "mode.primaryEmail"?: string;
                /** @description Text that the phone number must hold. */
                "search.primaryPhone"?: string;
                /** @description How the phone number is compared. */
                "mode.primaryPhone"?: string;
                /** @description Text that the username must hold. */
                "search.username"?: string;
                /** @description How the username is compared. */
                "mode.username"?: string;
                /** @description Text that the full name must hold. */
                "search.name"?: string;
                /** @description How the full name is compared. */
                "mode.name"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An array of users; with include_totals=true or estimate {start, limit, length, total, users}; with from or take {users, next} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartialUserList"];
                };
            };
            /** @description A parameter is malformed or out of range, both kinds of paging are mixed, the cursor is not one of this list, or the search query is not understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:users is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The query is too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_users: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreate"];
            };
        };
        responses: {
            /** @description The user */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedUser"];
                };
            };
            /** @description The body breaks a rule of a field, the password is a common one, or the connection is unknown or disabled */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope create:users is missing, or update:users or create:role_members where there are roles, or the platform role exceeds the caller's rank */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such role */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The email, phone number, username, user id or external id is taken, or the Idempotency-Key was used with another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    "get_users-by-email": {
        parameters: {
            query: {
                /** @description The e-mail address, in any case. */
                email: string;
                /** @description Names of fields, separated by commas. */
                fields?: string;
                /** @description Whether they are the only ones answered (true) or the ones left out (false). */
                include_fields?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users with this address; none is no error */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartialUser"][];
                };
            };
            /** @description The address is missing, or a parameter is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:users is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_users_bulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsersCreate"];
            };
        };
        responses: {
            /** @description A result for each user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsersCreated"];
                };
            };
            /** @description The body is not a list of 1 to 50 users */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope create:users is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_users_bulk_actions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsersBulkAction"];
            };
        };
        responses: {
            /** @description A result for each user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsersBulkResult"];
                };
            };
            /** @description The body breaks a rule of a field, or lacks the field of its action */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A scope is missing that the same request for one user asks for */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_users_by_id: {
        parameters: {
            query?: {
                /** @description Names of fields, separated by commas. */
                fields?: string;
                /** @description Whether they are the only ones answered (true) or the ones left out (false). */
                include_fields?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user, or the fields asked for */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartialUser"];
                };
            };
            /** @description The id or a parameter is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:users is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_users_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is not there any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope delete:users is missing, or the caller may not delete this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The user is a super administrator and must be demoted first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patch_users_by_id: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version the change is meant for
                 * @example "1"
                 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserUpdate"];
                "application/merge-patch+json": components["schemas"]["UserUpdate"];
            };
        };
        responses: {
            /** @description The user */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The body breaks a rule of a field, combines fields that cannot change together, or does not fit the user's status */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A scope is missing, or the caller may not do this to this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description An identifier is taken, or the user is a super administrator who must be demoted first or must stay */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The user has changed since */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_user_effective_permissions: {
        parameters: {
            query: {
                /** @description The cursor that an earlier answer gave as `next`. */
                from?: string;
                /** @description Rows behind the cursor, 50 by default. */
                take?: number;
                /** @description The API's identifier. */
                resource_server_identifier: string;
            };
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description {permissions, next}, in the order of their names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectivePermissionList"];
                };
            };
            /** @description The id or a parameter is malformed or out of range, or the cursor is not one of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:user_effective_permissions is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_user_effective_permission_role_sources: {
        parameters: {
            query: {
                /** @description The cursor that an earlier answer gave as `next`. */
                from?: string;
                /** @description Rows behind the cursor, 50 by default. */
                take?: number;
                /** @description The API's identifier. */
                resource_server_identifier: string;
                /** @description One of its scopes. */
                permission_name: string;
            };
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description {roles, next} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectiveRoleList"];
                };
            };
            /** @description The id or a parameter is malformed or out of range, or the cursor is not one of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:user_permission_source_roles is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_user_effective_roles: {
        parameters: {
            query?: {
                /** @description The cursor that an earlier answer gave as `next`. */
                from?: string;
                /** @description Rows behind the cursor, 50 by default. */
                take?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description {roles, next} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectiveRoleList"];
                };
            };
            /** @description The id or a parameter is malformed or out of range, or the cursor is not one of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:user_effective_roles is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_logs_by_user: {
        parameters: {
            query?: {
                /** @description The page's number, from 0. */
                page?: number;
                /** @description Events of a page, 50 by default. */
                per_page?: number;
                /** @description `date:1` for the oldest first; `date:-1`, the newest first, by default. */
                sort?: string;
                /** @description Whether the answer is an object that tells the number of all events found, counted up to 100,000. */
                include_totals?: boolean;
                /** @description Only those that this finds too, as in `GET /api/v2/logs`: `type:(s OR f OR fp) AND ip:192.0.2.7`. */
                q?: string;
                /** @description The `log_id` of the last event of the page before, instead of `page`: as deep as one likes, with any `q` and `sort`. */
                after?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The user's id; deleted ones have their record still
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An array of log events; with include_totals=true {start, limit, length, total, logs} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogEventList"];
                };
            };
            /** @description The id or a parameter is malformed or out of range, or q is not understood */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:logs or read:logs_users is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_permissions: {
        parameters: {
            query?: {
                /** @description The page's number, from 0. */
                page?: number;
                /** @description Rows of a page, 50 by default. */
                per_page?: number;
                /** @description Whether the answer is an object that tells the number of all rows. */
                include_totals?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An array of permissions; with include_totals=true {start, limit, length, total, permissions} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPermissionList"];
                };
            };
            /** @description The id or a parameter is malformed or out of range */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:users is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_permissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermissionNames"];
            };
        };
        responses: {
            /** @description The user has them: an empty object */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyObject"];
                };
            };
            /** @description The id is malformed, the body breaks a rule of a field, names a scope that the API does not have or one of the Management API, or there are as many as there can be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:users is missing, or the caller may not do this to this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user or API */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_permissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermissionNames"];
            };
        };
        responses: {
            /** @description The user does not have them any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed, or the body breaks a rule of a field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:users is missing, or the caller may not do this to this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_refresh_tokens_for_user: {
        parameters: {
            query?: {
                /** @description The cursor that an earlier answer gave as `next`. */
                from?: string;
                /** @description Rows behind the cursor, 50 by default. */
                take?: number;
                /** @description Whether the answer tells the number of all rows. */
                include_totals?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description {tokens, next}; with include_totals=true total too */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRefreshTokenList"];
                };
            };
            /** @description The id or a parameter is malformed or out of range, or the cursor is not one of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:refresh_tokens is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_refresh_tokens_for_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refresh tokens have ended */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope delete:refresh_tokens is missing, or the caller may not do this to this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    user_revoke_access: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeAccess"];
            };
        };
        responses: {
            /** @description The access has ended */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed, or the body breaks a rule of a field, as notify does for a user without an address */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope delete:sessions or delete:refresh_tokens is missing, or the caller may not do this to this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_user_roles: {
        parameters: {
            query?: {
                /** @description The page's number, from 0. */
                page?: number;
                /** @description Rows of a page, 50 by default. */
                per_page?: number;
                /** @description Whether the answer is an object that tells the number of all rows. */
                include_totals?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An array of roles; with include_totals=true {start, limit, length, total, roles} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            /** @description The id or a parameter is malformed or out of range */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:users, read:roles or read:role_members is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_user_roles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleIds"];
            };
        };
        responses: {
            /** @description The user has the roles */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed, the body breaks a rule of a field, or the user has as many roles as there can be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:users or create:role_members is missing, or the caller may not do this to this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user, or one of the roles is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_user_roles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleIds"];
            };
        };
        responses: {
            /** @description The user does not have the roles any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed, or the body breaks a rule of a field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:users or delete:role_members is missing, or the caller may not do this to this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_sessions_for_user: {
        parameters: {
            query?: {
                /** @description The cursor that an earlier answer gave as `next`. */
                from?: string;
                /** @description Rows behind the cursor, 50 by default. */
                take?: number;
                /** @description Whether the answer tells the number of all rows. */
                include_totals?: boolean;
                /** @description Only sessions in which this application was signed in to. */
                client_id?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description {sessions, next}; with include_totals=true total too */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description The id or a parameter is malformed or out of range, or the cursor is not one of this list */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope read:sessions is missing */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_sessions_for_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions have ended */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope delete:sessions is missing, or the caller may not do this to this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patch_users_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user's id
                 * @example auth0|507f1f77bcf86cd799439020
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserStatus"];
            };
        };
        responses: {
            /** @description The user */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The status is unknown, the reason too long, or notify sent for a user without an address */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No access token, or not a valid one */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Scope update:users is missing, or the caller may not do this to this user */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The user is a super administrator and must be demoted first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
