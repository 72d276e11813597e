import { useEnv, useState } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { useRecordObserver } from "@web/model/relational_model/utils";

/**
 * What a page of a form shows, asked for when the page is opened instead of with the form, and anew with the record:
 * forms of other teams' leads, where the page is hidden, do not pay for it.
 *
 * @param {(orm: Object, record: Object) => Promise<any>} load
 * @returns {{ value: any }} reactive; the value is undefined for a record that is not saved yet
 */
export function useLazyValue(load) {
    // The service itself: a request that several widgets share must not end with one of them.
    const { orm } = useEnv().services;
    const state = useState({ value: undefined });
    useRecordObserver(async (record) => {
        // The data is another object whenever the record was read or saved: what is named here is observed.
        const { data, resId } = record;
        state.value = data && resId ? await load(orm, record) : undefined;
    });
    return state;
}

/** One field of the record, read as above; those that are asked for in one breath are read by one request. */
export function useLazyField(name) {
    return useLazyValue((orm, record) => readTogether(orm, record, name));
}

const pending = new Map();

async function readTogether(orm, { resModel, resId }, name) {
    const key = `${resModel},${resId}`;
    if (!pending.has(key)) {
        const names = new Set();
        const values = new Promise((resolve) => browser.setTimeout(resolve)).then(() => {
            pending.delete(key);
            return orm.read(resModel, [resId], [...names]);
        });
        pending.set(key, { names, values });
    }
    const { names, values } = pending.get(key);
    names.add(name);
    const [row] = await values;
    return row[name];
}
