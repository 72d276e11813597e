import { useState } from "@odoo/owl";
import { useService } from "@web/core/utils/hooks";
import { useRecordObserver } from "@web/model/relational_model/utils";

/**
 * What a page of a form shows, asked for when the page is opened instead of with the form, and anew with the record:
 * forms of other teams' leads, where the page is hidden, do not pay for it.
 *
 * @param {(orm: Object, record: Object) => Promise<any>} load
 * @returns {{ value: any }} reactive; the value is undefined for a record that is not saved yet
 */
export function useLazyValue(load) {
    const orm = useService("orm");
    const state = useState({ value: undefined });
    useRecordObserver(async (record) => {
        // The data is another object whenever the record was read or saved: what is named here is observed.
        const { data, resId } = record;
        state.value = data && resId ? await load(orm, record) : undefined;
    });
    return state;
}

/** One field of the record, read as above. */
export function useLazyField(name) {
    return useLazyValue(async (orm, { resModel, resId }) => {
        const [values] = await orm.read(resModel, [resId], [name]);
        return values[name];
    });
}
